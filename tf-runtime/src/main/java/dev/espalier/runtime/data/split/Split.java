package dev.espalier.runtime.data.split;

import dev.espalier.runtime.data.Dataset;

/**
 * Parts of a data set that share no row.
 *
 * @param train to learn from
 * @param validation to evaluate on while a model learns
 * @param test to evaluate on at the end
 * @param <E> the user's example
 */
public record Split<E>(Dataset<E> train, Dataset<E> validation, Dataset<E> test) {}
