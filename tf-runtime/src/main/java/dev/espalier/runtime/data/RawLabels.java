package dev.espalier.runtime.data;

import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Task;
import java.util.Collection;
import java.util.List;

/** The labels and row weights of raw rows. Classes are codes; all other labels are numbers. */
final class RawLabels {
  private final List<Task> tasks;
  private final RowPlace place;
  private final FloatColumn[] numbers;
  private final IntColumn[] classes;
  private final FloatColumn rowWeights = new FloatColumn(1);

  RawLabels(List<Task> tasks, RowPlace place) {
    this.tasks = tasks;
    this.place = place;
    numbers = new FloatColumn[tasks.size()];
    classes = new IntColumn[tasks.size()];
    for (int t = 0; t < tasks.size(); t++) {
      if (tasks.get(t).kind() instanceof Kind.MultiClass) {
        classes[t] = new IntColumn();
      } else {
        numbers[t] = new FloatColumn(width(tasks.get(t).kind()));
      }
    }
  }

  /** Numbers in one label of a task. */
  static int width(Kind kind) {
    if (kind instanceof Kind.MultiLabel multiLabel) {
      return multiLabel.labels().size();
    }
    return kind instanceof Kind.Regression regression ? regression.length() : 1;
  }

  void open() {
    rowWeights.open(place.row());
    for (int t = 0; t < numbers.length; t++) {
      if (classes[t] != null) {
        classes[t].open(place.row());
      } else {
        numbers[t].open(place.row());
      }
    }
  }

  /** The labels of all tasks but multi-class ones. */
  FloatColumn numbers(int task) {
    return numbers[task];
  }

  /** The labels of a multi-class task. */
  IntColumn classes(int task) {
    return classes[task];
  }

  float rowWeight(int row) {
    float weight = rowWeights.get(row, 0);
    return Float.isNaN(weight) ? 1 : weight;
  }

  boolean present(int task, int row) {
    return classes[task] != null
        ? classes[task].get(row) != IntColumn.MISSING
        : numbers[task].hasAny(row);
  }

  void yesOrNo(int task, boolean value) {
    numbers[task].set(place.row(), 0, value ? 1 : 0);
  }

  void oneOf(int task, int value) {
    int count = ((Kind.MultiClass) tasks.get(task).kind()).classes().size();
    if (value < 0 || value >= count) {
      throw place.refuse(what(task), "class " + value, "a class from 0 to " + (count - 1));
    }
    classes[task].set(place.row(), value);
  }

  void value(int task, float value) {
    if (Float.isInfinite(value)) {
      throw place.infinite(what(task), value);
    }
    numbers[task].set(place.row(), 0, value);
  }

  void values(int task, float[] values) {
    if (values != null) {
      place.check(values, numbers[task].width(), what(task));
      numbers[task].set(place.row(), values);
    }
  }

  void flags(int task, boolean[] values) {
    if (values == null) {
      return;
    }
    if (values.length != numbers[task].width()) {
      throw place.refuse(
          what(task), values.length + " labels", String.valueOf(numbers[task].width()));
    }
    for (int i = 0; i < values.length; i++) {
      numbers[task].set(place.row(), i, values[i] ? 1 : 0);
    }
  }

  void constants(int task, Collection<? extends Enum<?>> constants) {
    if (constants == null) {
      return;
    }
    FloatColumn column = numbers[task];
    for (int i = 0; i < column.width(); i++) {
      column.set(place.row(), i, 0);
    }
    for (Enum<?> constant : constants) {
      if (constant.ordinal() >= column.width()) {
        throw place.refuse(
            what(task), "constant " + constant, "one of the first " + column.width());
      }
      column.set(place.row(), constant.ordinal(), 1);
    }
  }

  void weight(float weight) {
    // NaN would read as a weight that was not written.
    if (!(weight >= 0) || Float.isInfinite(weight)) {
      throw place.refuse("row weight", String.valueOf(weight), "a finite number of at least 0");
    }
    rowWeights.set(place.row(), 0, weight);
  }

  String what(int task) {
    return "task \"" + tasks.get(task).name() + '"';
  }
}
