package dev.espalier.processor.plan;

import java.util.List;
import java.util.Optional;

/**
 * One value of the network.
 *
 * @param path its unique name: scope, variables' prefix, what can be looked at
 * @param address how the user addresses it, the same in every copy
 * @param code what it becomes in generated code
 * @param inputs what it takes
 * @param shape without the batch
 * @param parameters what it learns
 * @param states what it keeps and does not learn
 * @param multiplyAdds multiplications with additions for one example
 * @param call the use of a network that it belongs to
 * @param source what makes it, in words: {@code Dense}
 */
public record Node(
    String path,
    String address,
    Code code,
    List<Node> inputs,
    Shape shape,
    List<Parameter> parameters,
    List<State> states,
    long multiplyAdds,
    Optional<Call> call,
    String source) {

  /** The same that learns something. */
  public Node withParameters(List<Parameter> learnt) {
    return new Node(path, address, code, inputs, shape, learnt, states, multiplyAdds, call, source);
  }

  /** What its value is made of: all inputs but a task that only a loss looks at. */
  public List<Node> predictedFrom() {
    boolean looks = code instanceof HeadCode head && head.task().notAbove().isPresent();
    return looks ? inputs.subList(0, inputs.size() - 1) : inputs;
  }

  /** Nodes are values of a graph: each is itself. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  /** What a node becomes. */
  public sealed interface Code {}

  /** {@code g.features("tables", "age", ...)}. */
  public record FeaturesCode(String tables, List<String> names) implements Code {}

  /** Calls, each on the result of the one before; the first takes the inputs. */
  public record LineCode(List<Operation> operations) implements Code {}

  /** Several values on one axis. */
  public record JoinCode() implements Code {}

  /** Another name for its input. */
  public record AliasCode() implements Code {}

  /** What a task predicts. */
  public record PredictionCode(String task) implements Code {}

  /** A task. */
  public record HeadCode(TaskPlan task) implements Code {}

  /**
   * Something learnt.
   *
   * @param path its unique name; nodes that have the same one share it
   * @param address how the user addresses it
   * @param weight its shape and start
   * @param settings what modifiers say of it
   * @param table the embedding table that it is
   */
  public record Parameter(
      String path, String address, Weight weight, Modifiers settings, Optional<Table> table) {}

  /** Something kept and not learnt. */
  public record State(String path, Statistic statistic, boolean frozen) {}
}
