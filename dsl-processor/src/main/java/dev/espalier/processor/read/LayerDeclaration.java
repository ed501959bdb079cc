package dev.espalier.processor.read;

import dev.espalier.processor.report.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A method of a network: one line.
 *
 * @param name the layer's name
 * @param marks all annotations of the language on it, in source order
 * @param inputs its parameters
 * @param around what stands on the network that declares it and on each that inherits it, innermost
 *     first
 * @param origin where its name stands
 */
public record LayerDeclaration(
    String name, List<Mark> marks, List<Input> inputs, List<List<Mark>> around, Origin origin) {

  /**
   * A parameter of a layer.
   *
   * @param name what it takes, unless an address says so
   * @param from the {@code @From} on it
   * @param takesTensor whether its type is {@code Tensor}
   * @param origin where it stands
   */
  public record Input(String name, Optional<Mark> from, boolean takesTensor, Origin origin) {

    private static final Set<String> OUTSIDE = Set.of("features", "trunk", "tasks");

    /**
     * What it takes: the name of a layer of the network also where it takes something inside that
     * layer's block; else the name or the address as it is.
     */
    public String taken() {
      String address = from.map(mark -> mark.text("value")).orElse(name);
      String first = address.split("\\.", 2)[0];
      return OUTSIDE.contains(first) ? address : first;
    }

    /** The same, taking a layer of its own network by that layer's name. */
    Input ofOwn(String layer) {
      Mark own = Mark.implied("From", Map.of("value", layer), from.orElseThrow().origin("value"));
      return new Input(name, Optional.of(own), takesTensor, origin);
    }
  }

  /** The annotation of a name, if it is there. */
  public Optional<Mark> mark(String annotation) {
    return marks.stream().filter(mark -> mark.name().equals(annotation)).findFirst();
  }
}
