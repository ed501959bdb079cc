package dev.espalier.processor.planner;

import dev.espalier.processor.plan.Kind.Positions;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.TaskPlan;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.Optional;

/** Whether what a head stands on has a value for everything that the task predicts. */
final class HeadShapes {
  private HeadShapes() {}

  static boolean fits(TaskPlan task, Node top, Report report) {
    Optional<Positions> positions = task.kind().positions();
    return positions.isPresent()
        ? runsAlong(task, positions.get(), top, report)
        : isFlat(task, top, report);
  }

  private static boolean isFlat(TaskPlan task, Node top, Report report) {
    boolean flat = top.shape().rank() == 1;
    if (!flat) {
      report.add(
          Rule.HEAD_NEEDS_POOLING,
          task.mark().origin(),
          "`"
              + task.name()
              + "` is one value a row, and what it is predicted from is "
              + shown(top)
              + ".",
          "Give it a tower that ends with @GlobalAveragePool, @GlobalMaxPool or @Flatten.");
    }
    return flat;
  }

  private static boolean runsAlong(TaskPlan task, Positions positions, Node top, Report report) {
    Shape shape = top.shape();
    int rank = positions.shape().rank();
    boolean fits =
        shape.rank() == rank + 1
            && shape.dims().subList(0, rank).equals(positions.shape().dims())
            && (!positions.masked() || shape.along().equals(positions.feature()));
    if (!fits) {
      report.add(
          Rule.NOT_ALONG,
          task.mark().origin(),
          "`"
              + task.name()
              + "` has a class for each "
              + positions.noun()
              + " of `"
              + positions.feature()
              + "` "
              + positions.shape()
              + ", and what it is predicted from is "
              + shown(top)
              + ".",
          "Give it a tower that ends with the "
              + positions.noun()
              + "s of `"
              + positions.feature()
              + "`.");
    }
    return fits;
  }

  private static String shown(Node top) {
    return top.shape() + " (`" + top.address() + "`, " + top.source() + ")";
  }
}
