package dev.espalier.processor.sharing;

import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.read.NetworkOutput;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The trunk that the user wrote: networks on top of each other, one in most schemes. A layer's name
 * that several of them have is addressed with the level: {@code trunk.level2.out}.
 *
 * @param networks the first level first
 * @param isUnits whether the user wrote units alone
 */
public record TrunkLevels(List<NetworkDeclaration> networks, boolean isUnits) {
  private static final String LEVEL = "level";

  /**
   * A layer of a level.
   *
   * @param level from 0
   * @param name as the level's network has it, or inside a block of it
   */
  public record Layer(int level, String name) {}

  /** Where the user forgot to write a trunk, which is told of the model that lacks it. */
  private static final TrunkLevels NONE = new TrunkLevels(List.of(), false);

  /** The trunk of a model: its own, else that of the model it varies. */
  public static TrunkLevels of(ModelDeclaration model) {
    return of(model, Sharings.effective(model).orElseThrow());
  }

  private static TrunkLevels of(ModelDeclaration model, Mark mark) {
    List<NetworkDeclaration> networks =
        mark.each("network").stream()
            .flatMap(each -> model.networks().of(each, "network").stream())
            .map(network -> network.at("trunk"))
            .toList();
    if (!networks.isEmpty()) {
      return new TrunkLevels(networks, false);
    }
    Sharing sharing = Sharings.of(mark.name()).orElseThrow();
    if (mark.integers(sharing.units()).isEmpty()) {
      return model.base().map(TrunkLevels::of).orElse(NONE);
    }
    return new TrunkLevels(
        sharing.isInLevels()
            ? DenseTrunks.levels(mark, sharing.units())
            : List.of(DenseTrunks.chain(mark, sharing.units())),
        true);
  }

  /** The addresses that a name may mean: several where several levels have it. */
  public List<String> addresses(String name) {
    return having(name).stream().map(level -> address(new Layer(level, name))).toList();
  }

  /** The address of a layer. */
  public String address(Layer layer) {
    return prefix(layer) + "." + layer.name();
  }

  /** What stands before a layer's name in its address. */
  public String prefix(Layer layer) {
    String first = layer.name().split("\\.", 2)[0];
    return having(first).size() > 1 ? "trunk." + LEVEL + (layer.level() + 1) : "trunk";
  }

  /** The place of what has an address in the trunk, as far as the layer itself goes. */
  public Optional<Layer> find(String address) {
    String[] parts = address.split("\\.", 2);
    List<Integer> levels = having(parts[0]);
    if (levels.size() == 1) {
      return Optional.of(new Layer(levels.get(0), address));
    }
    return IntStream.range(0, networks.size())
        .filter(level -> parts.length == 2 && parts[0].equals(LEVEL + (level + 1)))
        .filter(level -> networks.get(level).layer(parts[1].split("\\.", 2)[0]).isPresent())
        .mapToObj(level -> new Layer(level, parts[1]))
        .findFirst();
  }

  /** How many levels there are. */
  public int count() {
    return networks.size();
  }

  /** The address in the trunk of its output. */
  public Optional<String> output() {
    return output(count() - 1).map(name -> inTrunk(new Layer(count() - 1, name)));
  }

  /** The address in the trunk that a layer usually has, of those that it may have. */
  public String canonical(String address) {
    return find(address).map(this::inTrunk).orElse(address);
  }

  /** The name of a level's output. */
  public Optional<String> output(int level) {
    return NetworkOutput.of(networks.get(level)).map(LayerDeclaration::name);
  }

  /** Whether an address in the trunk is that of a layer itself, not of something in a block. */
  public boolean hasLayer(String address) {
    return layers().contains(address);
  }

  /** The addresses of all layers, in the trunk. */
  public List<String> layers() {
    return IntStream.range(0, count())
        .boxed()
        .flatMap(
            level ->
                networks.get(level).layers().stream()
                    .map(layer -> inTrunk(new Layer(level, layer.name()))))
        .toList();
  }

  /** The address of a layer in the trunk. */
  public String inTrunk(Layer layer) {
    return address(layer).substring("trunk.".length());
  }

  /** The names of all layers, each once. */
  public List<String> names() {
    return networks.stream()
        .flatMap(network -> network.layers().stream())
        .map(LayerDeclaration::name)
        .distinct()
        .toList();
  }

  /**
   * The layers at which a scheme does something when the user names none, as addresses in the
   * trunk: all of a trunk that is written as units, else the output.
   */
  public List<String> usual() {
    return isUnits ? layers() : output().stream().toList();
  }

  private List<Integer> having(String name) {
    return IntStream.range(0, networks.size())
        .filter(level -> networks.get(level).layer(name).isPresent())
        .boxed()
        .toList();
  }
}
