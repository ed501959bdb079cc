package dev.espalier.processor.planner;

import dev.espalier.processor.plan.BlockUse;
import dev.espalier.processor.plan.Call;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.plan.Vertex.AliasSource;
import dev.espalier.processor.plan.Vertex.JoinSource;
import dev.espalier.processor.plan.Vertex.LineSource;
import dev.espalier.processor.plan.Vertex.Place;
import dev.espalier.processor.plan.Vertex.Source;
import dev.espalier.processor.plan.Within;
import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.LayerDeclaration.Input;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.read.NetworkOutput;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.Trunks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One use of a network: builds its values when they are asked for, each once. Empty stands for a
 * value in which a mistake has been reported.
 */
final class Scope {
  /**
   * What a use needs to know of where it is.
   *
   * @param addresses how the user addresses a layer here, by its name
   * @param detour what takes a layer's place, by its name
   */
  record Setting(
      String path,
      UnaryOperator<String> addresses,
      Outside outside,
      Supplier<Optional<Vertex>> in,
      BlockUse use,
      Optional<Within> within,
      List<List<Mark>> modifiers,
      Trunks.Detour detour,
      BlockReader blocks) {

    /** A use whose layers nothing takes the place of. */
    Setting(
        String path,
        UnaryOperator<String> addresses,
        Outside outside,
        Supplier<Optional<Vertex>> in,
        BlockUse use,
        Optional<Within> within,
        List<List<Mark>> modifiers,
        BlockReader blocks) {
      this(
          path,
          addresses,
          outside,
          in,
          use,
          within,
          modifiers,
          (layer, value) -> Optional.of(value),
          blocks);
    }
  }

  /** Finds the network of a block. */
  @FunctionalInterface
  interface BlockReader {
    Optional<NetworkDeclaration> network(Mark block);
  }

  private final NetworkDeclaration network;
  private final Setting setting;
  private final Usage usage;
  private final Report report;
  private final Map<String, Optional<Vertex>> done = new LinkedHashMap<>();
  private final Map<String, Optional<Vertex>> built = new LinkedHashMap<>();
  private final Map<String, Scope> blocks = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> slips = new HashSet<>();

  Scope(NetworkDeclaration network, Setting setting, Usage usage, Report report) {
    this.network = network;
    this.setting = setting;
    this.usage = usage;
    this.report = report;
    usage.network(network);
  }

  /** Whether a name that means nothing has not been met: where a layer was renamed it is often. */
  boolean isFirstSlip(String name) {
    return slips.add(name);
  }

  /** How the user addresses a layer here. */
  String address(String layer) {
    return setting.addresses().apply(layer);
  }

  /** The names of the layers. */
  List<String> layerNames() {
    return network.layers().stream().map(LayerDeclaration::name).toList();
  }

  /** Whether anything of it was asked for. */
  boolean isUsed() {
    return !built.isEmpty();
  }

  /** The layer called {@code out}, else the only one that nobody takes. */
  Optional<Vertex> output() {
    Optional<LayerDeclaration> output = NetworkOutput.of(network);
    if (output.isEmpty()) {
      // A slip in a name leaves two layers untaken; to find it every layer is looked at.
      layerNames().forEach(this::layer);
    }
    return output.flatMap(layer -> layer(layer.name()));
  }

  /** A layer, or a layer inside a block: {@code stage1.0.first}. */
  Optional<Vertex> at(String address) {
    if (network.layer(address).isPresent()) {
      return layer(address);
    }
    for (int dot = address.indexOf('.'); dot > 0; dot = address.indexOf('.', dot + 1)) {
      String block = address.substring(0, dot);
      network.layer(block.split("\\.")[0]).ifPresent(layer -> layer(layer.name()));
      if (blocks.containsKey(block)) {
        return blocks.get(block).at(address.substring(dot + 1));
      }
    }
    return Optional.empty();
  }

  /** A layer, or what takes its place. */
  Optional<Vertex> layer(String name) {
    if (!done.containsKey(name)) {
      Optional<Vertex> value = beforeDetour(name).flatMap(own -> setting.detour().from(name, own));
      done.put(name, value);
    }
    return done.get(name);
  }

  /** A layer itself. */
  Optional<Vertex> beforeDetour(String name) {
    if (built.containsKey(name)) {
      return built.get(name);
    }
    if (!open.add(name)) {
      return Optional.empty();
    }
    LayerDeclaration layer = network.layer(name).orElseThrow();
    usage.layer(network, layer);
    Optional<Vertex> value = build(layer);
    open.remove(name);
    built.put(name, value);
    return value;
  }

  private Optional<Vertex> build(LayerDeclaration layer) {
    List<Vertex> inputs = new ArrayList<>();
    for (Input input : layer.inputs()) {
      new NameResolution(network, this, setting.outside(), report)
          .resolve(layer, input)
          .ifPresent(inputs::add);
    }
    if (inputs.size() < layer.inputs().size()) {
      return Optional.empty();
    }
    Optional<Mark> block = layer.mark("Block");
    return block.isPresent()
        ? expand(layer, block.get(), inputs)
        : Optional.of(
            new Vertex(
                place(layer), new LineSource(layer, setting.use(), setting.within()), inputs));
  }

  private Place place(LayerDeclaration layer) {
    return new Place(
        setting.path() + "." + layer.name(),
        address(layer.name()),
        Optional.of(new Call(network.name(), network.key(), setting.path())),
        modifiers(layer),
        layer.origin());
  }

  private List<List<Mark>> modifiers(LayerDeclaration layer) {
    List<List<Mark>> modifiers = new ArrayList<>();
    modifiers.add(layer.marks());
    modifiers.addAll(layer.around());
    modifiers.addAll(setting.modifiers());
    return List.copyOf(modifiers);
  }

  private Optional<Vertex> expand(LayerDeclaration layer, Mark block, List<Vertex> inputs) {
    Optional<NetworkDeclaration> inside = setting.blocks().network(block);
    Optional<Integer> units = setting.use().resolve(block, "units", report);
    Optional<Integer> stride = setting.use().resolve(block, "stride", report);
    if (inside.isEmpty() || units.isEmpty() || stride.isEmpty()) {
      return Optional.empty();
    }
    Place place = place(layer);
    Optional<Vertex> value = Optional.of(join(layer, place, inputs));
    int repeat = block.integer("repeat");
    for (int i = 0; i < repeat && value.isPresent(); i++) {
      String step = repeat == 1 ? "" : "." + i;
      Optional<Vertex> in = value;
      BlockUse use = new BlockUse(units.get(), i == 0 ? stride.get() : 1, Optional.of(block));
      String address = place.address() + step;
      Scope scope =
          new Scope(
              inside.get(),
              new Setting(
                  place.path() + step,
                  name -> address + "." + name,
                  Outside.ofBlock(this::knows),
                  () -> in,
                  use,
                  Optional.of(
                      new Within(
                          inside.get().name(),
                          block,
                          "network",
                          address,
                          i,
                          use,
                          () -> in,
                          setting.within())),
                  modifiers(layer),
                  setting.blocks()),
              usage,
              report);
      blocks.put(layer.name() + step, scope);
      value = scope.output();
      if (usage.isTooLarge()) {
        tooLarge(block);
        return Optional.empty();
      }
    }
    return value.map(out -> new Vertex(place, onTop(layer), List.of(out)));
  }

  /** What else stands on a block's line is done to the block's output. */
  private Source onTop(LayerDeclaration layer) {
    return LineInference.ownLine(layer).isEmpty()
        ? new AliasSource()
        : new LineSource(layer, setting.use(), setting.within());
  }

  /** Of blocks in blocks the innermost is told, which is expanded first. */
  private void tooLarge(Mark block) {
    if (usage.isFirstTooLarge()) {
      report.add(
          Rule.OUT_OF_RANGE,
          block.origin("repeat"),
          "With all repetitions the model has more than " + Usage.MOST_LAYERS + " layers.",
          "Repeat less: every repetition has all layers of its block.");
    }
  }

  /** One value of several; of one, that value. */
  private Vertex join(LayerDeclaration layer, Place place, List<Vertex> inputs) {
    LineSource line = new LineSource(layer, setting.use(), setting.within());
    return inputs.size() == 1 ? inputs.get(0) : new Vertex(place, new JoinSource(line), inputs);
  }

  /** Whether a name means something here, so that a block inside may have meant it. */
  private boolean knows(String name) {
    return network.layer(name).isPresent() || setting.outside().knows(name);
  }

  /** What flows in. */
  Optional<Vertex> in() {
    return setting.in().get();
  }
}
