package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Shape;

/** How many axes a layer takes, the last one being channels or units. */
enum Axes {
  SEQUENCE(2, "[length, units]"),
  PICTURE(3, "[height, width, channels]"),
  EITHER(0, "[height, width, channels] or [length, units]");

  private final int rank;
  private final String words;

  Axes(int rank, String words) {
    this.rank = rank;
    this.words = words;
  }

  /** How many there are, for a kernel: those in front of the last. */
  int positions() {
    return rank - 1;
  }

  /** Whether the input has these axes; says so where it has others. */
  boolean require(LayerUse use) {
    Shape in = use.input();
    boolean fits = this == EITHER ? in.rank() == 2 || in.rank() == 3 : in.rank() == rank;
    if (!fits) {
      use.wrongRank(
          use.mark() + " takes " + words + ": " + use.inputs().get(0) + ".",
          "Write @Reshape(" + wanted(in) + ") first.");
    }
    return fits;
  }

  /** The same numbers with axes that fit: what is missing is 1, or named where nobody knows. */
  private String wanted(Shape in) {
    if (this == PICTURE && in.rank() == 2) {
      return "{" + in.dim(0) + ", " + in.dim(1) + ", 1}";
    }
    if (this == SEQUENCE && in.rank() == 3) {
      return "{" + in.dim(0) + ", " + in.dim(1) * in.dim(2) + "}";
    }
    return this == SEQUENCE ? "{length, units}" : "{height, width, channels}";
  }
}
