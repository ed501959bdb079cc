package dev.espalier.processor.loss;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Room;

/** The room of one loss annotation. */
public interface Loss extends Room {
  /** The domain of labels that may be any finite numbers. */
  String ANY_NUMBERS = "ANY_NUMBERS";

  /** Whether it compares what a task of this kind predicts. */
  boolean fits(Kind kind);

  /** What it compares, in words: {@code compares numbers}. */
  String words();

  /** The loss as a call of the runtime's {@code Losses}. */
  Operation call(Mark mark, Kind kind);

  /** What the numbers of a label may be, as a constant of the runtime's {@code Domain}. */
  default String domain() {
    return ANY_NUMBERS;
  }

  /** Whether a regression may learn its label at mean 0 and standard deviation 1. */
  default boolean standardizes() {
    return true;
  }
}
