package dev.espalier.processor.loss;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import java.util.List;
import java.util.Optional;

/** All losses, by annotation: the one place where a new one is registered. */
public final class Losses {
  private static final List<Loss> ALL =
      List.of(
          new CrossEntropyLoss(),
          new FocalLoss(),
          new HingeLoss(),
          new DiceLoss(),
          new DifferenceLoss("Mse", "squaredError"),
          new DifferenceLoss("Mae", "absoluteError"),
          new HuberLoss(),
          new DifferenceLoss("LogCosh", "logCosh"),
          new PoissonLoss(),
          new VectorLoss("KlDivergence", "klDivergence", "compares distributions", "DISTRIBUTION"),
          new VectorLoss(
              "CosineDistance", "cosineDistance", "compares directions", Loss.ANY_NUMBERS));

  private Losses() {}

  /** All of them, in the order of registration. */
  public static List<Loss> all() {
    return ALL;
  }

  /** The loss of an annotation, if it is one. */
  public static Optional<Loss> of(String annotation) {
    return ALL.stream().filter(loss -> loss.annotation().equals(annotation)).findFirst();
  }

  /** The loss annotations on a component, in source order. */
  public static List<Mark> marks(Component component) {
    return component.marks().stream().filter(mark -> of(mark.name()).isPresent()).toList();
  }

  /** The annotations that fit a kind, as messages list them: {@code @Mse, @Mae or @Huber}. */
  public static String fitting(Kind kind) {
    List<String> fitting =
        ALL.stream().filter(loss -> loss.fits(kind)).map(loss -> "@" + loss.annotation()).toList();
    int last = fitting.size() - 1;
    return String.join(", ", fitting.subList(0, last)) + " or " + fitting.get(last);
  }

  /** What a task learns, under a loss: numbers as they are where the loss says so. */
  public static Kind learnt(Kind kind, Loss loss) {
    return kind instanceof Kind.Regression numbers
        ? new Kind.Regression(numbers.length(), numbers.standardize() && loss.standardizes())
        : kind;
  }
}
