package dev.espalier.processor.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a feature's values enter the network. */
public sealed interface Encoding extends Described {

  /** What enters, without the batch. */
  Shape shape();

  /** The embedding table that it looks its values up in. */
  default Optional<Table> table() {
    return Optional.empty();
  }

  /** Where it stands among all features that enter together, the least first. */
  int order();

  /** Numbers; the words are constants of {@code Normalize} and {@code Missing}. */
  record Number(
      int length, String normalize, String missing, double fill, boolean indicator, double clip)
      implements Encoding {
    @Override
    public Shape shape() {
      return Shape.of(indicator ? 2 * length : length);
    }

    @Override
    public int order() {
      return 0;
    }

    @Override
    public String type() {
      return "Number";
    }

    @Override
    public List<Object> settings() {
      return List.of(
          length,
          new Constant("Normalize", normalize),
          new Constant("Missing", missing),
          (float) fill,
          indicator,
          clip);
    }
  }

  /** One category: a row of a table. */
  record Category(Table rows) implements Encoding {
    @Override
    public Shape shape() {
      return Shape.of(rows.dimension());
    }

    @Override
    public Optional<Table> table() {
      return Optional.of(rows);
    }

    /** Tables of one dimension lie in one variable: their features are neighbours. */
    @Override
    public int order() {
      return rows.dimension();
    }

    @Override
    public String type() {
      return "Category";
    }

    @Override
    public List<Object> settings() {
      return List.of(rows.name());
    }
  }

  /** Several categories, pooled to one row; the word is a constant of {@code Pooling}. */
  record Bag(Table rows, String pooling) implements Encoding {
    @Override
    public Shape shape() {
      return Shape.of(rows.dimension());
    }

    @Override
    public Optional<Table> table() {
      return Optional.of(rows);
    }

    @Override
    public int order() {
      return Integer.MAX_VALUE;
    }

    @Override
    public String type() {
      return "Bag";
    }

    @Override
    public List<Object> settings() {
      return List.of(rows.name(), new Constant("Pooling", pooling));
    }
  }

  /**
   * Tokens in their order, each a row of a table.
   *
   * @param feature the feature itself
   * @param along the feature whose sequence it runs along; itself where it has its own
   * @param tokenizer a constant of {@code Tokenizer}
   */
  record Sequence(Table rows, int length, String feature, String along, String tokenizer)
      implements Encoding {
    @Override
    public Shape shape() {
      return Shape.of(length, rows.dimension()).along(along);
    }

    @Override
    public Optional<Table> table() {
      return Optional.of(rows);
    }

    @Override
    public int order() {
      return 0;
    }

    @Override
    public String type() {
      return "Sequence";
    }

    @Override
    public List<Object> settings() {
      return List.of(rows.name(), length, along, new Constant("Tokenizer", tokenizer));
    }
  }

  /**
   * The pixels of a picture.
   *
   * @param fit a constant of {@code Fit}
   * @param scale a constant of {@code Normalize}
   * @param mean of each channel; none where it is learnt
   * @param deviation of each channel; none where it is learnt
   * @param along the picture whose changes in training it takes; empty for none
   */
  record Picture(
      int height,
      int width,
      int channels,
      String fit,
      String scale,
      List<Double> mean,
      List<Double> deviation,
      String along)
      implements Encoding {
    @Override
    public Shape shape() {
      return Shape.of(height, width, channels);
    }

    @Override
    public int order() {
      return 0;
    }

    /** What saved models are told apart by, which is not how pictures move in training. */
    @Override
    public String toString() {
      return "Picture[height=%d, width=%d, channels=%d, fit=%s, scale=%s, mean=%s, deviation=%s]"
          .formatted(height, width, channels, fit, scale, mean, deviation);
    }

    @Override
    public String type() {
      return "Picture";
    }

    @Override
    public List<Object> settings() {
      List<Object> settings =
          new ArrayList<>(
              List.of(
                  height,
                  width,
                  channels,
                  new Constant("Fit", fit),
                  new Constant("Normalize", scale),
                  mean,
                  deviation));
      if (!along.isEmpty()) {
        settings.add(along);
      }
      return settings;
    }
  }

  /** The samples of a sound. */
  record Sound(int samples, int rate) implements Encoding {
    @Override
    public Shape shape() {
      return Shape.of(samples).sampledAt(rate);
    }

    @Override
    public int order() {
      return 0;
    }

    @Override
    public String type() {
      return "Sound";
    }

    @Override
    public List<Object> settings() {
      return List.of(samples, rate);
    }
  }
}
