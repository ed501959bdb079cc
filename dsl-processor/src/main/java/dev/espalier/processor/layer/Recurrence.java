package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.room.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A layer that reads a sequence position by position: {@code @Lstm}, {@code @Gru}.
 *
 * @param gates how many kernels lie side by side
 * @param biases what it learns beside them, of one direction
 */
record Recurrence(String annotation, int gates, List<Bias> biases) implements Layer {
  /** Steps are nodes of the graph, several dozens each with their gradients. */
  private static final int LONGEST = 500;

  /** A bias of so many gates, and the constant that it starts at. */
  private record Bias(String name, double start, int gates) {}

  static Recurrence lstm() {
    return new Recurrence("Lstm", 4, List.of(new Bias("bias", 0, 3), new Bias("forgetBias", 1, 1)));
  }

  static Recurrence gru() {
    return new Recurrence(
        "Gru", 3, List.of(new Bias("bias", 0, 3), new Bias("recurrentBias", 0, 3)));
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public List<Range> ranges() {
    return List.of(Range.atLeast("units", "The number of units", 1).atMost(Range.MOST_UNITS));
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    if (!use.requireSequence() || !requireShort(use)) {
      return Optional.empty();
    }
    Shape in = use.input();
    int units = use.integer("units");
    boolean both = use.mark().flag("bidirectional");
    boolean last = use.mark().flag("last");
    List<Weight> weights = new ArrayList<>(weights("", in.last(), units));
    if (both) {
      weights.addAll(weights("backward", in.last(), units));
    }
    Operation operation =
        Operation.at("Recurrences", annotation.toLowerCase(Locale.ROOT), both, last).masked(in);
    int directions = both ? 2 : 1;
    Shape out = last ? Shape.of(directions * units) : in.withLast(directions * units);
    long perStep = (long) (in.last() + units) * gates * units * directions;
    return Optional.of(
        new Result(Optional.of(operation), out, weights, List.of(), in.dim(0) * perStep));
  }

  private boolean requireShort(LayerUse use) {
    boolean isShort = use.input().dim(0) <= LONGEST;
    if (!isShort) {
      use.tooLong(
          "@"
              + annotation
              + " is written out step by step, so that its graph grows with the length, and takes"
              + " at most "
              + LONGEST
              + " positions: "
              + use.inputs().get(0)
              + ".",
          "Shorten the sequence first, by a strided convolution, a pool, or fewer tokens; or use"
              + " @SelfAttention.");
    }
    return isShort;
  }

  private List<Weight> weights(String direction, int in, int units) {
    List<Weight> weights = new ArrayList<>();
    weights.add(Weight.random(name(direction, "kernel"), "GLOROT_UNIFORM", in, gates * units));
    weights.add(
        Weight.random(name(direction, "recurrentKernel"), "ORTHOGONAL", units, gates * units));
    for (Bias bias : biases) {
      weights.add(
          Weight.constant(name(direction, bias.name()), bias.start(), bias.gates() * units));
    }
    return weights;
  }

  private static String name(String direction, String name) {
    return direction.isEmpty()
        ? name
        : direction + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
