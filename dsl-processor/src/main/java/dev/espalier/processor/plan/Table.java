package dev.espalier.processor.plan;

import java.util.List;

/**
 * An embedding table.
 *
 * @param name the feature that declares it
 * @param rows what its rows stand for
 * @param dimension length of a row
 * @param unknown a constant of {@code Unknown}
 */
public record Table(String name, Rows rows, int dimension, String unknown) {

  /** What the rows stand for; one more row than that is for missing and unknown values. */
  public sealed interface Rows extends Described {

    /** The number of rows; -1 while a vocabulary has not been learnt. */
    int count();

    /** The constants of an enum. */
    record Constants(List<String> names) implements Rows {
      @Override
      public int count() {
        return names.size() + 1;
      }

      @Override
      public String type() {
        return "Constants";
      }

      @Override
      public List<Object> settings() {
        return List.of(names);
      }
    }

    /** Ids from 0 until the size. */
    record Ids(int size) implements Rows {
      @Override
      public int count() {
        return size + 1;
      }

      @Override
      public String type() {
        return "Ids";
      }

      @Override
      public List<Object> settings() {
        return List.of(size);
      }
    }

    /** The most frequent values of the training set; 0 for all. */
    record Learnt(int atMost) implements Rows {
      @Override
      public int count() {
        return -1;
      }

      @Override
      public String type() {
        return "Learnt";
      }

      @Override
      public List<Object> settings() {
        return List.of(atMost);
      }
    }

    /** Hash values. */
    record Hashed(int buckets) implements Rows {
      @Override
      public int count() {
        return buckets + 1;
      }

      @Override
      public String type() {
        return "Hashed";
      }

      @Override
      public List<Object> settings() {
        return List.of(buckets);
      }
    }
  }
}
