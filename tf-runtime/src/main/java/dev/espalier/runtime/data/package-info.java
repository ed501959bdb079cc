/**
 * A user's examples: data sets, data of several tasks and their mixing, data that stay in files.
 *
 * <p>From here to the tensors of a step they go one way. A {@link
 * dev.espalier.runtime.data.Dataset} is read into the columns of {@code column.RawColumns}; {@code
 * encode.Preprocessing}, fitted on the training set, encodes them to {@code batch.EncodedRows};
 * {@code batch.Batches} cuts these into batches of tensors, which a {@code batch.Prefetcher} fills
 * on its own thread. None of these packages is for users.
 */
package dev.espalier.runtime.data;
