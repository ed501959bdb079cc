/**
 * The way from a user's examples to the tensors of a batch.
 *
 * <p>A {@link dev.espalier.runtime.data.Dataset} is read into {@link
 * dev.espalier.runtime.data.RawColumns}; {@link dev.espalier.runtime.data.Preprocessing}, fitted on
 * the training set, encodes them to {@link dev.espalier.runtime.data.EncodedRows}; {@link
 * dev.espalier.runtime.data.Batches} cuts these into {@link dev.espalier.runtime.data.Batch
 * batches} of tensors, which a {@link dev.espalier.runtime.data.Prefetcher} fills on its own
 * thread.
 */
package dev.espalier.runtime.data;
