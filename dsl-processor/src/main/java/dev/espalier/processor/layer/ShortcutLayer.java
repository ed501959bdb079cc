package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Statistic;
import dev.espalier.processor.plan.Weight;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** {@code @Shortcut}. */
final class ShortcutLayer implements Layer {
  private static final double MOMENTUM = 0.99;
  private static final double EPSILON = 1e-3;

  @Override
  public String annotation() {
    return "Shortcut";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public Inputs inputs() {
    return Inputs.LIKE_SECOND;
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    Shape from = use.input();
    Shape to = use.inputs().get(1).shape();
    if (from.fits(to)) {
      Shape same = Shape.together(List.of(to, from));
      return Optional.of(new Result(Optional.empty(), same, List.of(), List.of(), 0));
    }
    if (!use.requireOneSequence("@Shortcut")) {
      return Optional.empty();
    }
    OptionalInt stride = stride(from, to);
    if (stride.isEmpty()) {
      use.shapesDontFit(
          "@Shortcut finds no stride that leads from the first to the second: "
              + use.inputs().get(0)
              + ", "
              + use.inputs().get(1)
              + ".",
          "A stride makes n positions n / stride, rounded up, the same for all axes but the last;"
              + " use Padding.SAME between the two.");
      return Optional.empty();
    }
    return Optional.of(projection(from, to, stride.getAsInt()));
  }

  /** The stride that makes positions of the second of those of the first. */
  private static OptionalInt stride(Shape from, Shape to) {
    if (from.rank() != to.rank() || from.rank() > 3) {
      return OptionalInt.empty();
    }
    if (from.joins(to)) {
      return OptionalInt.of(1);
    }
    return IntStream.rangeClosed(1, from.dim(0))
        .filter(stride -> leads(from, to, stride))
        .findFirst();
  }

  private static boolean leads(Shape from, Shape to, int stride) {
    Window window = new Window(1, stride, 1, true);
    return IntStream.range(0, from.rank() - 1)
        .allMatch(axis -> window.places(from.dim(axis)) == to.dim(axis));
  }

  private static Result projection(Shape from, Shape to, int stride) {
    int units = to.last();
    Operation operation =
        stride == 1
            ? Operation.at("Shortcuts", "shortcut", MOMENTUM, EPSILON)
                .masked(Shape.together(List.of(from, to)))
            : Operation.at("Shortcuts", "shortcut", stride, MOMENTUM, EPSILON);
    return new Result(
        Optional.of(operation),
        to,
        List.of(
            Weight.kernel("GLOROT_UNIFORM", from.last(), units),
            Weight.constant("scale", 1, units),
            Weight.constant("shift", 0, units)),
        List.of(
            new Statistic("mean", Shape.of(units), 0),
            new Statistic("variance", Shape.of(units), 1)),
        to.positions() * from.last() * units);
  }
}
