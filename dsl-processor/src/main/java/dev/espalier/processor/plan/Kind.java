package dev.espalier.processor.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a task predicts. */
public sealed interface Kind extends Described {

  /** Units of the head. */
  int units();

  /** The kind in words: {@code yes or no}. */
  String words();

  /** What the head learns beside its projection. */
  default List<Weight> weights() {
    return List.of();
  }

  /** What the head's method takes beside logits and loss, as numbers. */
  default List<Object> headSettings() {
    return List.of();
  }

  /** The positions that it predicts something for each of; none where it is one for a row. */
  default Optional<Positions> positions() {
    return Optional.empty();
  }

  /** Whether it chooses one of its classes, by logits of which the greatest wins. */
  default boolean isChoice() {
    return false;
  }

  /** The names of what it chooses among, in order; none where it is no choice. */
  default List<String> classes() {
    return List.of();
  }

  /**
   * Positions of a feature.
   *
   * @param feature whose they are
   * @param shape the axes before the units: {@code [length]} or {@code [height, width]}
   * @param noun what there is a class for: {@code token}
   * @param masked whether some of them may be padding
   */
  record Positions(String feature, Shape shape, String noun, boolean masked) {}

  /** Yes or no. */
  record Binary() implements Kind {
    @Override
    public int units() {
      return 1;
    }

    @Override
    public String words() {
      return "yes or no";
    }

    @Override
    public List<String> classes() {
      return List.of("false", "true");
    }

    @Override
    public String type() {
      return "Binary";
    }

    @Override
    public List<Object> settings() {
      return List.of();
    }
  }

  /** One of several classes. */
  record MultiClass(List<String> classes) implements Kind {
    @Override
    public boolean isChoice() {
      return true;
    }

    @Override
    public int units() {
      return classes.size();
    }

    @Override
    public String words() {
      return "one of " + classes.size() + " classes";
    }

    @Override
    public String type() {
      return "MultiClass";
    }

    @Override
    public List<Object> settings() {
      return List.of(classes);
    }
  }

  /** One of several classes that have an order. */
  record OrderedClasses(List<String> classes) implements Kind {
    /** Softplus of it is 1: classes start one apart. */
    private static final double APART = Math.log(Math.E - 1);

    @Override
    public int units() {
      return 1;
    }

    @Override
    public List<Object> headSettings() {
      return List.of(classes.size());
    }

    /** How far each threshold lies above the one before; the first is the bias. */
    @Override
    public List<Weight> weights() {
      return classes.size() < 3
          ? List.of()
          : List.of(Weight.constant("steps", APART, classes.size() - 2));
    }

    @Override
    public String words() {
      return "one of " + classes.size() + " classes in order";
    }

    @Override
    public String type() {
      return "OrderedClasses";
    }

    @Override
    public List<Object> settings() {
      return List.of(classes);
    }
  }

  /** Any of several labels. */
  record MultiLabel(List<String> classes) implements Kind {
    @Override
    public int units() {
      return classes.size();
    }

    @Override
    public String words() {
      return "any of " + classes.size() + " labels";
    }

    @Override
    public String type() {
      return "MultiLabel";
    }

    @Override
    public List<Object> settings() {
      return List.of(classes);
    }
  }

  /** One or several numbers. */
  record Regression(int length, boolean standardize) implements Kind {
    @Override
    public int units() {
      return length;
    }

    @Override
    public String words() {
      return length == 1 ? "a number" : length + " numbers";
    }

    @Override
    public String type() {
      return "Regression";
    }

    @Override
    public List<Object> settings() {
      return List.of(length, standardize);
    }
  }

  /** A box in a picture: its centre and size, as parts of the picture. */
  record OneBox(String picture) implements Kind {
    @Override
    public int units() {
      return 4;
    }

    @Override
    public String words() {
      return "a box";
    }

    @Override
    public String type() {
      return "OneBox";
    }

    @Override
    public List<Object> settings() {
      return List.of(picture);
    }
  }

  /** A class for each token of a sequence. */
  record TokenClasses(List<String> classes, int length, String along) implements Kind {
    @Override
    public boolean isChoice() {
      return true;
    }

    @Override
    public int units() {
      return classes.size();
    }

    @Override
    public Optional<Positions> positions() {
      return Optional.of(new Positions(along, Shape.of(length).along(along), "token", true));
    }

    @Override
    public String words() {
      return "one of " + classes.size() + " classes for each token";
    }

    @Override
    public String type() {
      return "TokenClasses";
    }

    @Override
    public List<Object> settings() {
      return List.of(classes, length, along);
    }
  }

  /**
   * A class for each pixel of a picture.
   *
   * @param all the names of its classes, by their numbers
   * @param ignore the number that does not count, one of a class or beyond all; -1 for none
   */
  record PixelClasses(List<String> all, int height, int width, String along, int ignore)
      implements Kind {

    /** Those that count. */
    @Override
    public List<String> classes() {
      List<String> counted = new ArrayList<>(all);
      if (ignore >= 0 && ignore < all.size()) {
        counted.remove(ignore);
      }
      return List.copyOf(counted);
    }

    @Override
    public boolean isChoice() {
      return true;
    }

    @Override
    public int units() {
      return classes().size();
    }

    @Override
    public Optional<Positions> positions() {
      return Optional.of(new Positions(along, Shape.of(height, width), "pixel", false));
    }

    @Override
    public String words() {
      return "one of " + classes().size() + " classes for each pixel";
    }

    /** What saved models are told apart by. */
    @Override
    public String toString() {
      return "PixelClasses[classes=%s, height=%d, width=%d, along=%s, ignore=%d]"
          .formatted(all, height, width, along, ignore);
    }

    @Override
    public String type() {
      return "PixelClasses";
    }

    @Override
    public List<Object> settings() {
      return List.of(all, height, width, along, ignore);
    }
  }
}
