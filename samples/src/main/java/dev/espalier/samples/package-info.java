/**
 * The command that starts the samples: {@code samples/run NAME}.
 *
 * <p>Each sample is a package: the annotated model, which is all that the processor needs, and the
 * command that trains it. What commands share is in {@link dev.espalier.samples.cli}.
 */
package dev.espalier.samples;
