/**
 * Encoded rows, and the tensors of a batch that are cut from them: in which order, with which
 * changes, and on which thread.
 */
package dev.espalier.runtime.data.batch;
