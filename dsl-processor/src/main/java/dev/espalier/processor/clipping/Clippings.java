package dev.espalier.processor.clipping;

import dev.espalier.processor.read.Mark;
import java.util.List;
import java.util.Optional;

/** All ways to clip gradients, by annotation: the one place where a new one is registered. */
public final class Clippings {
  private static final List<ClippingRoom> ALL =
      List.of(
          new ClippingRoom("ClipByValue", "value"),
          new ClippingRoom("ClipByNorm", "norm"),
          new ClippingRoom("ClipByGlobalNorm", "globalNorm"));

  private Clippings() {}

  /** All of them, in the order of registration. */
  public static List<ClippingRoom> all() {
    return ALL;
  }

  /** The clipping of an annotation, if it is one. */
  public static Optional<ClippingRoom> of(String annotation) {
    return ALL.stream().filter(each -> each.annotation().equals(annotation)).findFirst();
  }

  /** Those of some annotations that clip. */
  public static List<Mark> among(List<Mark> marks) {
    return marks.stream().filter(mark -> of(mark.name()).isPresent()).toList();
  }
}
