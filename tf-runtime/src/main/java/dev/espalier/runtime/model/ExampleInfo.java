package dev.espalier.runtime.model;

import dev.espalier.dsl.Fit;
import dev.espalier.dsl.Missing;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Pooling;
import dev.espalier.dsl.Tokenizer;
import dev.espalier.dsl.Unknown;
import dev.espalier.runtime.data.augment.Augmentation;
import java.util.ArrayList;
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

  /**
   * The index of a feature.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public int featureIndex(String feature) {
    for (int f = 0; f < features.size(); f++) {
      if (features.get(f).name().equals(feature)) {
        return f;
      }
    }
    throw new IllegalArgumentException("no feature \"" + feature + '"');
  }

  /**
   * A feature.
   *
   * @param name of its component
   * @param encoding how it enters the network
   * @param augmentations what training does to it, in this order
   * @param given what an example holds of it, where its encoding leaves that open
   */
  public record Feature(
      String name, Encoding encoding, List<Augmentation> augmentations, GivenAs given) {

    /** A feature that is given as its encoding says, or as texts. */
    public Feature(String name, Encoding encoding, List<Augmentation> augmentations) {
      this(name, encoding, augmentations, GivenAs.USUALLY);
    }

    /** A feature that is the same in training. */
    public Feature(String name, Encoding encoding) {
      this(name, encoding, List.of());
    }

    /** The same, its values being whole numbers. */
    public Feature asIds() {
      return new Feature(name, encoding, augmentations, GivenAs.WHOLE_NUMBERS);
    }

    /** The same, each of its values being a text that becomes several tokens. */
    public Feature asSentences() {
      return new Feature(name, encoding, augmentations, GivenAs.SENTENCES);
    }
  }

  /** What examples hold of a feature with a table. */
  public enum GivenAs {
    /** Constants of an enum, or texts. */
    USUALLY,
    /** Whole numbers. */
    WHOLE_NUMBERS,
    /** Texts that are split to tokens. */
    SENTENCES
  }

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

    /**
     * Tokens in their order: rows of a table.
     *
     * @param length how many enter the network
     * @param along the feature whose sequence it runs along; itself where it has its own
     * @param tokenizer how a text is split
     */
    record Sequence(String table, int length, String along, Tokenizer tokenizer)
        implements Encoding {}

    /**
     * The pixels of a picture.
     *
     * @param fit what becomes of a picture of another size
     * @param scale how channels are scaled, unless mean and deviation say it
     * @param mean of each channel from 0 to 1, or none
     * @param deviation of each channel from 0 to 1, or none
     * @param along the picture of the same size whose moves in training it makes; empty for none
     */
    record Picture(
        int height,
        int width,
        int channels,
        Fit fit,
        Normalize scale,
        List<Double> mean,
        List<Double> deviation,
        String along)
        implements Encoding {

      /** A picture that moves by itself. */
      public Picture(
          int height,
          int width,
          int channels,
          Fit fit,
          Normalize scale,
          List<Double> mean,
          List<Double> deviation) {
        this(height, width, channels, fit, scale, mean, deviation, "");
      }
    }

    /** The samples of a sound, so many of them a second. */
    record Sound(int samples, int rate) implements Encoding {}
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

    /** Numbers in a row's logits. */
    int units();

    /** Numbers in a row's first output. */
    default int outputWidth() {
      return units();
    }

    /** Numbers in a row's label. */
    default int labelWidth() {
      return 1;
    }

    /** Weights of a row's label. */
    default int weightWidth() {
      return 1;
    }

    /** Factors that balance its classes; see {@link GraphBuilder#balance}. */
    default int balanceWidth() {
      return 0;
    }

    /** Yes or no; the label is 1 or 0. */
    record Binary() implements Kind {
      @Override
      public int units() {
        return 1;
      }

      @Override
      public int balanceWidth() {
        return 2;
      }
    }

    /** One of several classes. */
    record MultiClass(List<String> classes) implements Kind {
      @Override
      public int units() {
        return classes.size();
      }

      @Override
      public int balanceWidth() {
        return classes.size();
      }
    }

    /** One of several classes in order. */
    record OrderedClasses(List<String> classes) implements Kind {
      @Override
      public int units() {
        return 1;
      }

      @Override
      public int outputWidth() {
        return classes.size();
      }
    }

    /** Any of several labels. */
    record MultiLabel(List<String> labels) implements Kind {
      @Override
      public int units() {
        return labels.size();
      }

      @Override
      public int labelWidth() {
        return labels.size();
      }

      @Override
      public int balanceWidth() {
        return 2 * labels.size();
      }
    }

    /** One or several numbers, learnt at mean 0 and standard deviation 1 where standardized. */
    record Regression(int length, boolean standardize) implements Kind {
      @Override
      public int units() {
        return length;
      }

      @Override
      public int labelWidth() {
        return length;
      }

      @Override
      public int weightWidth() {
        return length;
      }
    }

    /** A box in a picture, by the picture's name; empty for the only one. */
    record OneBox(String picture) implements Kind {
      @Override
      public int units() {
        return 4;
      }

      @Override
      public int labelWidth() {
        return 4;
      }
    }

    /** A class for each of so many tokens of a sequence. */
    record TokenClasses(List<String> classes, int length, String along) implements Kind {
      @Override
      public int units() {
        return length * classes.size();
      }

      @Override
      public int outputWidth() {
        return length;
      }

      @Override
      public int labelWidth() {
        return length;
      }

      @Override
      public int weightWidth() {
        return length;
      }

      @Override
      public int balanceWidth() {
        return classes.size();
      }
    }

    /**
     * A class for each pixel of a picture.
     *
     * <p>Labels and predictions of examples hold the number of a class, its place among all. The
     * network knows those that count alone: logits, encoded labels and outputs hold places among
     * {@link #classes}.
     *
     * @param all the names of all classes, by their numbers
     * @param ignore the number that does not count, one of a class or beyond all; -1 for none
     */
    record PixelClasses(List<String> all, int height, int width, String along, int ignore)
        implements Kind {

      /** The names of the classes that count. */
      public List<String> classes() {
        List<String> counted = new ArrayList<>(all);
        if (ignore >= 0 && ignore < all.size()) {
          counted.remove(ignore);
        }
        return List.copyOf(counted);
      }

      /** The number of the class at a place among those that count. */
      public int number(int place) {
        return ignore >= 0 && place >= ignore ? place + 1 : place;
      }

      /** The place among the classes that count of a number below that of all; not of ignore's. */
      public int place(int number) {
        return ignore >= 0 && number > ignore ? number - 1 : number;
      }

      @Override
      public int units() {
        return height * width * classes().size();
      }

      @Override
      public int outputWidth() {
        return height * width;
      }

      @Override
      public int labelWidth() {
        return height * width;
      }

      @Override
      public int weightWidth() {
        return height * width;
      }

      @Override
      public int balanceWidth() {
        return classes().size();
      }
    }
  }
}
