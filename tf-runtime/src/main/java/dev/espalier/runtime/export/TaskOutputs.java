package dev.espalier.runtime.export;

import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Task;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;

/** What a task predicts as clients read it. */
final class TaskOutputs {
  private final Ops tf;
  private final InputNames names = new InputNames();

  /**
   * An output.
   *
   * @param name of the output in signatures
   * @param value the operation
   * @param holds what it is, for people
   * @param classes what the elements of its last axis, or its numbers, stand for; may be empty
   */
  record Named(String name, Operand<?> value, String holds, List<String> classes) {}

  TaskOutputs(Ops tf) {
    this.tf = tf.withSubScope("outputs");
  }

  /** The outputs of a task, given those of its network. */
  List<Named> of(Task task, List<Operand<TFloat32>> outputs) {
    Operand<TFloat32> first = outputs.get(0);
    Kind kind = task.kind();
    String name = task.name();
    if (kind instanceof Kind.MultiClass classes) {
      return ofClasses(name, first, classes.classes());
    } else if (kind instanceof Kind.OrderedClasses classes) {
      return ofClasses(name, first, classes.classes());
    } else if (kind instanceof Kind.MultiLabel labels) {
      return List.of(named(name, first, "the probability of each label", labels.labels()));
    } else if (kind instanceof Kind.OneBox) {
      return List.of(
          named(name, first, "centre x, centre y, width and height, parts of the picture"));
    } else if (kind instanceof Kind.TokenClasses tokens) {
      return ofTokens(name, first, tokens.classes());
    } else if (kind instanceof Kind.PixelClasses pixels) {
      int[] shape = {-1, pixels.height(), pixels.width()};
      Operand<TInt32> numbers = tf.reshape(numbers(integers(first), pixels), tf.constant(shape));
      return List.of(named(name, numbers, "the class of each pixel, by its number", pixels.all()));
    } else if (kind instanceof Kind.Regression) {
      return List.of(named(name, first, "in the unit of the label"));
    }
    List<Named> all = new ArrayList<>();
    all.add(named(name, first, "a probability"));
    if (outputs.size() > 1) {
      all.add(named(name + "_conditional", outputs.get(1), "the probability under its condition"));
    }
    return all;
  }

  private List<Named> ofClasses(
      String name, Operand<TFloat32> probabilities, List<String> classes) {
    Operand<TInt32> likeliest = tf.math.argMax(probabilities, tf.constant(1), TInt32.class);
    return List.of(
        named(name, texts(likeliest, classes), "the likeliest class"),
        named(name + "_probabilities", probabilities, "the probability of each class", classes));
  }

  /** Padding is -1 and an empty text. */
  private List<Named> ofTokens(String name, Operand<TFloat32> found, List<String> classes) {
    List<String> withPadding = new ArrayList<>(List.of(""));
    withPadding.addAll(classes);
    Operand<TInt32> indices = integers(found);
    Operand<TInt32> places = tf.math.add(indices, tf.constant(1));
    return List.of(
        named(
            name,
            texts(places, withPadding),
            "the likeliest class of each token; empty after the last"),
        named(name + "_index", indices, "the same by its number; -1 after the last", classes));
  }

  /** Of places among the classes that count: those from the one that does not on are raised. */
  private Operand<TInt32> numbers(Operand<TInt32> places, Kind.PixelClasses pixels) {
    if (pixels.ignore() < 0) {
      return places;
    }
    Operand<TBool> above = tf.math.greaterEqual(places, tf.constant(pixels.ignore()));
    return tf.math.add(places, tf.dtypes.cast(above, TInt32.class));
  }

  private Operand<TInt32> integers(Operand<TFloat32> values) {
    return tf.dtypes.cast(values, TInt32.class);
  }

  private Operand<TString> texts(Operand<TInt32> indices, List<String> texts) {
    return tf.gather(tf.array(texts.toArray(String[]::new)), indices, tf.constant(0));
  }

  private Named named(String name, Operand<?> value, String holds) {
    return named(name, value, holds, List.of());
  }

  private Named named(String name, Operand<?> value, String holds, List<String> classes) {
    return new Named(name, names.of(tf, name).identity(value), holds, classes);
  }
}
