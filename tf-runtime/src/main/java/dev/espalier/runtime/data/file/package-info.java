/**
 * Files of a folder or of a zip archive, read in parallel and given in order.
 *
 * <p>What the readers of {@link dev.espalier.runtime.data.image pictures} and {@link
 * dev.espalier.runtime.data.sound recordings} have in common.
 */
package dev.espalier.runtime.data.file;
