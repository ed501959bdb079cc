package dev.espalier.samples.cli;

import dev.espalier.runtime.data.Dataset;

/**
 * Examples in three parts that have no row in common.
 *
 * @param train what is learnt from
 * @param validation what settings are chosen by
 * @param test what results are reported on, once
 */
public record Splits<E>(Dataset<E> train, Dataset<E> validation, Dataset<E> test) {

  /** Of each ten rows the first seven train, the eighth validates and the last two test. */
  public static <E> Splits<E> byTens(Dataset<E> rows) {
    return new Splits<>(
        rows.where(row -> row % 10 < 7),
        rows.where(row -> row % 10 == 7),
        rows.where(row -> row % 10 > 7));
  }
}
