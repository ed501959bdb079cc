package dev.espalier.runtime.session;

import dev.espalier.runtime.model.ExampleInfo.Kind;

/** How many numbers a task's logits have for a row. */
public final class TaskWidths {
  private TaskWidths() {}

  /** The width of a kind of task. */
  public static int of(Kind kind) {
    if (kind instanceof Kind.MultiClass k) {
      return k.classes().size();
    } else if (kind instanceof Kind.MultiLabel k) {
      return k.labels().size();
    } else if (kind instanceof Kind.Regression k) {
      return k.length();
    }
    return 1;
  }
}
