/**
 * Parts of a data set: for training, validation and test, and the folds of a cross-validation.
 *
 * <p>A {@link dev.espalier.runtime.data.split.Splitter} says how; a part is a {@link
 * dev.espalier.runtime.data.Dataset} like any other and reads its rows from the whole.
 */
package dev.espalier.runtime.data.split;
