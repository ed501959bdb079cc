package dev.espalier.processor.read;

import dev.espalier.processor.read.LayerDeclaration.Input;
import dev.espalier.processor.report.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A network: an interface whose methods are layers, inherited ones included.
 *
 * @param name its simple name
 * @param key its qualified name, which tells networks apart
 * @param layers in source order, inherited ones first; a redeclared layer stands once
 * @param strays methods that are no layers: default methods and those that return no tensor are
 *     among them
 * @param isInterface whether it is an interface at all
 * @param namesLost whether it comes from a class file that lost its parameters' names
 * @param broken whether the compiler itself could not make sense of it, and says so
 * @param modifiers what stands on the interface
 * @param origin where its name stands, or where a class file is brought in
 */
public record NetworkDeclaration(
    String name,
    String key,
    List<LayerDeclaration> layers,
    List<Stray> strays,
    boolean isInterface,
    boolean namesLost,
    boolean broken,
    List<Mark> modifiers,
    Origin origin) {

  /** A network that the compiler understood. */
  public NetworkDeclaration(
      String name,
      String key,
      List<LayerDeclaration> layers,
      List<Stray> strays,
      boolean isInterface,
      boolean namesLost,
      List<Mark> modifiers,
      Origin origin) {
    this(name, key, layers, strays, isInterface, namesLost, false, modifiers, origin);
  }

  /** A method that can't be a layer, and why. */
  public record Stray(String name, String reason, Origin origin) {}

  /**
   * The network where it has an address: what its layers take of it by that address they take by
   * name.
   */
  public NetworkDeclaration at(String address) {
    List<LayerDeclaration> named =
        layers.stream()
            .map(
                layer ->
                    new LayerDeclaration(
                        layer.name(),
                        layer.marks(),
                        layer.inputs().stream().map(input -> own(input, address + ".")).toList(),
                        layer.around(),
                        layer.origin()))
            .toList();
    return new NetworkDeclaration(
        name, key, named, strays, isInterface, namesLost, broken, modifiers, origin);
  }

  private Input own(Input input, String start) {
    return input
        .from()
        .map(from -> from.text("value"))
        .filter(address -> address.startsWith(start))
        .map(address -> address.substring(start.length()))
        .filter(rest -> layer(rest.split("\\.", 2)[0]).isPresent())
        .map(input::ofOwn)
        .orElse(input);
  }

  /** The layer of a name, if there is one. */
  public Optional<LayerDeclaration> layer(String layer) {
    return layers.stream().filter(each -> each.name().equals(layer)).findFirst();
  }
}
