package dev.espalier.processor.read;

import dev.espalier.processor.report.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A method of a network: one line.
 *
 * @param name the layer's name
 * @param marks all annotations of the language on it, in source order
 * @param inputs its parameters
 * @param owner the network that declares it, for modifiers that stand there
 * @param origin where its name stands
 */
public record LayerDeclaration(
    String name, List<Mark> marks, List<Input> inputs, NetworkOwner owner, Origin origin) {

  /**
   * A parameter of a layer.
   *
   * @param name what it takes, unless an address says so
   * @param from the {@code @From} on it
   * @param takesTensor whether its type is {@code Tensor}
   * @param origin where it stands
   */
  public record Input(String name, Optional<Mark> from, boolean takesTensor, Origin origin) {}

  /** The interface that declares a layer: its name and the modifiers on it. */
  public record NetworkOwner(String name, List<Mark> modifiers) {}

  /** The annotation of a name, if it is there. */
  public Optional<Mark> mark(String annotation) {
    return marks.stream().filter(mark -> mark.name().equals(annotation)).findFirst();
  }
}
