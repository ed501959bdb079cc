package dev.espalier.processor.check;

import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import java.util.List;

/**
 * All rules about declarations, by stage. A stage is looked at when the stages before it found
 * nothing wrong; within a stage everything is reported.
 */
public final class Checks {
  private static final List<List<Check>> STAGES = List.of();

  private Checks() {}

  /** Whether a model may be planned: no rule is broken. */
  public static boolean pass(ModelDeclaration model, Report report) {
    for (List<Check> stage : STAGES) {
      int before = report.found();
      stage.forEach(check -> check.check(model, report));
      if (report.found() > before) {
        return false;
      }
    }
    return true;
  }
}
