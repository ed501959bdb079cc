package dev.espalier.processor.plan;

import java.util.List;

/** What a task predicts. */
public sealed interface Kind {

  /** Units of the head. */
  int units();

  /** The kind in words: {@code yes or no}. */
  String words();

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
  }

  /** One of several classes. */
  record MultiClass(List<String> classes) implements Kind {
    @Override
    public int units() {
      return classes.size();
    }

    @Override
    public String words() {
      return "one of " + classes.size() + " classes";
    }
  }

  /** Any of several labels. */
  record MultiLabel(List<String> labels) implements Kind {
    @Override
    public int units() {
      return labels.size();
    }

    @Override
    public String words() {
      return "any of " + labels.size() + " labels";
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
  }
}
