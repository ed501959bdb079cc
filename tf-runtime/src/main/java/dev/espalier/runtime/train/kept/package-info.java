/**
 * What is kept of a run: all that it remembers, in checkpoints that are written when they are due,
 * and the weights of its best validation.
 */
package dev.espalier.runtime.train.kept;
