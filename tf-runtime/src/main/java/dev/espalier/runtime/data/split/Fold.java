package dev.espalier.runtime.data.split;

import dev.espalier.runtime.data.Dataset;

/**
 * One turn of a cross-validation: a part of a data set, and the rest of it.
 *
 * @param train all rows of the other folds
 * @param test the rows of this one
 * @param <E> the user's example
 */
public record Fold<E>(Dataset<E> train, Dataset<E> test) {}
