package dev.espalier.runtime.step;

import dev.espalier.runtime.session.NetworkBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;

/**
 * The values that tasks take from what they share.
 *
 * @param values none of which another depends on
 * @param byTask which of them each task takes
 * @param whole whether all that is shared reaches the losses through them alone
 */
public record Representation(
    List<Operand<TFloat32>> values, List<List<Operand<TFloat32>>> byTask, boolean whole) {
  private static final String TOWERS = "tasks.";

  /** That of a network; without values if tasks share none. */
  static Representation of(TrainingGraph graph) {
    NetworkBuilder network = graph.network();
    Set<Output<TFloat32>> boundary = new LinkedHashSet<>();
    boolean whole = true;
    for (String path : graph.info().boundary()) {
      // Raw features are no layer; a tower that others depend on has a loss of its own.
      boolean taken = network.layers().containsKey(path) && !path.startsWith(TOWERS);
      whole &= taken;
      if (taken) {
        boundary.add(network.layers().get(path).asOutput());
      }
    }
    List<Operand<TFloat32>> last = new ArrayList<>();
    for (Output<TFloat32> value : boundary) {
      boolean leadsOn =
          boundary.stream()
              .filter(other -> !other.equals(value))
              .anyMatch(other -> network.before(List.of(other)).contains(value.op()));
      whole &= !leadsOn;
      if (!leadsOn) {
        last.add(value);
      }
    }
    Set<GraphOperation> before = network.before(last);
    boolean reaches =
        graph.everShared().stream()
            .flatMap(variable -> network.reads(variable).stream())
            .allMatch(read -> before.contains((GraphOperation) read.op()));
    return new Representation(List.copyOf(last), byTask(graph, last), whole && reaches);
  }

  private static List<List<Operand<TFloat32>>> byTask(
      TrainingGraph graph, List<Operand<TFloat32>> values) {
    List<List<Operand<TFloat32>>> byTask = new ArrayList<>();
    for (int task = 0; task < graph.tasks().tasks().size(); task++) {
      Set<GraphOperation> before =
          graph.network().before(List.of(graph.losses().of(task).losses()));
      byTask.add(
          values.stream().filter(value -> before.contains((GraphOperation) value.op())).toList());
    }
    return byTask;
  }

  /** Those of some tasks that take any, ascending. */
  int[] taking(BitSet tasks) {
    return tasks.stream().filter(task -> !byTask.get(task).isEmpty()).toArray();
  }
}
