package dev.espalier.processor.plan;

import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A value of the network before shapes are known: wiring makes them, inference makes nodes of them.
 * Each is itself and equal to no other.
 */
public final class Vertex {
  private final Place place;
  private final Source source;
  private final List<Vertex> inputs;

  /** A value at a place, made by a source from inputs. */
  public Vertex(Place place, Source source, List<Vertex> inputs) {
    this.place = place;
    this.source = source;
    this.inputs = List.copyOf(inputs);
  }

  /** Where it stands. */
  public Place place() {
    return place;
  }

  /** What makes it. */
  public Source source() {
    return source;
  }

  /** What it takes. */
  public List<Vertex> inputs() {
    return inputs;
  }

  /**
   * Where a value stands.
   *
   * @param path its unique name: {@code trunk-click.wide}, {@code trunk@click.wide}
   * @param address how the user addresses it: {@code trunk.wide}
   * @param call the use of a network that it belongs to
   * @param modifiers the annotations that may hold modifiers for it, the innermost first
   * @param origin where the user wrote it
   */
  public record Place(
      String path, String address, Optional<Call> call, List<List<Mark>> modifiers, Origin origin) {

    /** The path of what it learns: the same in every application of a network. */
    public String weights() {
      return Applications.weights(path);
    }
  }

  /** What makes a value. */
  public sealed interface Source {}

  /** Features as they enter the network. */
  public record FeatureSource(String tables, List<String> names) implements Source {}

  /** A line of a network, and the use of the network, if an annotation brings it in. */
  public record LineSource(LayerDeclaration layer, BlockUse use, Optional<Within> within)
      implements Source {}

  /** Several values on one axis, handed to the block of a line, which takes one. */
  public record JoinSource(LineSource line) implements Source {}

  /** The output of a block under the name of the line that uses it. */
  public record AliasSource() implements Source {}

  /** What a sharing scheme makes of values of trunks. */
  public record JunctionSource(Junction junction) implements Source {}

  /** What another task predicts. */
  public record PredictionSource(String task) implements Source {}

  /** A head's projection to the task's units. */
  public record LogitSource(TaskPlan task) implements Source {}

  /**
   * A task: its loss and its outputs; after the logits come the condition that it is given and the
   * task that it should not be above, if it has them.
   */
  public record HeadSource(TaskPlan task) implements Source {}
}
