package dev.espalier.runtime.step;

import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.model.ModelGraph.TaskGraph;
import dev.espalier.runtime.session.NetworkBuilder;
import dev.espalier.runtime.session.Variables;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What is fetched to evaluate a batch.
 *
 * @param losses those of all tasks
 * @param predicted each task's first output
 */
public record EvaluationGraph(LossSums.Stacked losses, List<Operand<TFloat32>> predicted) {
  static final String SCOPE = "evaluate";

  /** Adds a network with losses that learns nothing to a graph. */
  static EvaluationGraph draw(
      Ops tf, GeneratedModel<?, ?, ?> model, Variables variables, Preprocessing preprocessing) {
    Ops scope = tf.withSubScope(SCOPE);
    ModelGraph network = model.build(NetworkBuilder.evaluation(scope, variables, preprocessing));
    List<TaskGraph> tasks = network.tasks();
    return new EvaluationGraph(
        new LossSums(scope.withSubScope("losses"), network).stacked(),
        tasks.stream().<Operand<TFloat32>>map(task -> task.outputs().get(0)).toList());
  }
}
