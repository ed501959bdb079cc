package dev.espalier.runtime.model;

import dev.espalier.dsl.Missing;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Pooling;
import dev.espalier.dsl.Unknown;
import java.util.List;

/**
 * What an example holds: its features, the embedding tables they use, and the tasks.
 *
 * @param name simple name of the user's type
 * @param hash of names, types, encodings and enum constants in order: what decides whether a saved
 *     model understands this example
 * @param features in the order of declaration, their index being that of {@link RowWriter}
 * @param tables in the order of first use
 * @param tasks in the order of declaration
 */
public record ExampleInfo(
    String name, String hash, List<Feature> features, List<Table> tables, List<Task> tasks) {

  /** A feature by the name of its component, and how it is encoded. */
  public record Feature(String name, Encoding encoding) {}

  /** How a feature's values enter the network. */
  public sealed interface Encoding {

    /**
     * Numbers, with statistics from the training set.
     *
     * @param length how many
     * @param fill what {@link Missing#CONSTANT} means
     * @param indicator whether as many columns follow that say 1 where a number was missing
     * @param clip standard deviations beyond which a number is clipped; 0 for none
     */
    record Number(
        int length,
        Normalize normalize,
        Missing missing,
        float fill,
        boolean indicator,
        double clip)
        implements Encoding {}

    /** One category: a row of a table. */
    record Category(String table) implements Encoding {}

    /** Several categories: rows of a table, pooled to one. */
    record Bag(String table, Pooling pooling) implements Encoding {}
  }

  /** An embedding table, named after the feature that declares it. */
  public record Table(String name, Rows rows, int dimension, Unknown unknown) {}

  /** What the rows of a table stand for; row 0 is always for missing and unknown values. */
  public sealed interface Rows {

    /** The constants of an enum, by name in their order. */
    record Constants(List<String> names) implements Rows {}

    /** Ids from 0 until the size; others are an error. */
    record Ids(int size) implements Rows {}

    /** The most frequent values of the training set; 0 for all of them. */
    record Learnt(int atMost) implements Rows {}

    /** Hash values. */
    record Hashed(int buckets) implements Rows {}
  }

  /**
   * A task.
   *
   * @param name that of its label
   * @param kind what it predicts
   * @param lossWeight its factor in the objective
   * @param resampled whether rows are drawn so that its classes come equally often
   * @param domain what the numbers of its label may be
   */
  public record Task(String name, Kind kind, double lossWeight, boolean resampled, Domain domain) {

    /** A task whose classes come as often as they do, and whose numbers are any. */
    public Task(String name, Kind kind, double lossWeight) {
      this(name, kind, lossWeight, false, Domain.ANY_NUMBERS);
    }

    /** The same, with its classes coming equally often. */
    public Task asResampled() {
      return new Task(name, kind, lossWeight, true, domain);
    }

    /** The same with labels that a loss is defined for. */
    public Task within(Domain newDomain) {
      return new Task(name, kind, lossWeight, resampled, newDomain);
    }
  }

  /** What the numbers of a label may be, for its loss to be defined. */
  public enum Domain {
    /** Any finite ones. */
    ANY_NUMBERS,
    /** At least 0. */
    COUNTS,
    /** At least 0, and 1 together; none of them missing, or all. */
    DISTRIBUTION
  }

  /** What a task predicts. */
  public sealed interface Kind {

    /** Yes or no; the label is 1 or 0. */
    record Binary() implements Kind {}

    /** One of several classes. */
    record MultiClass(List<String> classes) implements Kind {}

    /** Any of several labels. */
    record MultiLabel(List<String> labels) implements Kind {}

    /** One or several numbers, learnt at mean 0 and standard deviation 1 where standardized. */
    record Regression(int length, boolean standardize) implements Kind {}
  }
}
