package dev.espalier.processor.sharing;

import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import java.util.List;
import java.util.Optional;

/** All sharing schemes, by annotation: the one place where a new one is registered. */
public final class Sharings {
  private static final List<Sharing> ALL =
      List.of(
          new SharedTrunkSharing(),
          new IndependentTrunksSharing(),
          new CrossStitchSharing(),
          new MixtureOfExpertsSharing(),
          new ProgressiveExtractionSharing(),
          new TaskAttentionSharing());

  private Sharings() {}

  /** All of them, in the order of registration. */
  public static List<Sharing> all() {
    return ALL;
  }

  /** The names of the annotations. */
  public static List<String> names() {
    return ALL.stream().map(Sharing::annotation).toList();
  }

  /** The scheme of an annotation, if it is one. */
  public static Optional<Sharing> of(String annotation) {
    return ALL.stream().filter(each -> each.annotation().equals(annotation)).findFirst();
  }

  /** The sharing annotations on a type, in source order. */
  public static List<Mark> marks(ModelDeclaration model) {
    return model.marks().stream().filter(mark -> of(mark.name()).isPresent()).toList();
  }

  /** The sharing annotation that holds for a model: its own, else that of the model it varies. */
  public static Optional<Mark> effective(ModelDeclaration model) {
    return marks(model).stream().findFirst().or(() -> model.base().flatMap(Sharings::effective));
  }
}
