package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Statistic;
import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.room.Room;
import java.util.List;
import java.util.Optional;

/**
 * The room of one layer annotation: reads its settings, infers shape and weights, names its call.
 */
public interface Layer extends Room {

  /** Its place in a line. */
  Role role();

  /** What it takes. */
  default Inputs inputs() {
    return Inputs.JOINED;
  }

  /** What it is where it is used; empty when that is impossible and the use was told why. */
  Optional<Result> infer(LayerUse use);

  /** Whether the activation is like ReLU, so that kernels before it start as He-normal. */
  default boolean isReluLike() {
    return false;
  }

  /** Whether it makes the spectrogram of a sound, which an augmentation of the sound can mask. */
  default boolean isSpectrogram() {
    return false;
  }

  /**
   * A layer in its place.
   *
   * @param operation the call; empty when it does nothing there
   * @param shape what comes out
   * @param weights what it learns
   * @param statistics what it keeps
   * @param multiplyAdds multiplications with additions for one example
   */
  record Result(
      Optional<Operation> operation,
      Shape shape,
      List<Weight> weights,
      List<Statistic> statistics,
      long multiplyAdds) {

    /** A layer that learns nothing. */
    public static Optional<Result> of(Operation operation, Shape shape) {
      return Optional.of(new Result(Optional.of(operation), shape, List.of(), List.of(), 0));
    }
  }
}
