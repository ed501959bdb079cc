package dev.espalier.processor.planner;

import dev.espalier.processor.plan.Applications;
import dev.espalier.processor.plan.BlockUse;
import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.Junction;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.plan.Vertex.JunctionSource;
import dev.espalier.processor.plan.Vertex.Place;
import dev.espalier.processor.plan.Within;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.sharing.MeanOfPositions;
import dev.espalier.processor.sharing.TrunkLevels;
import dev.espalier.processor.sharing.TrunkLevels.Layer;
import dev.espalier.processor.sharing.Trunks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The copies of the trunk that a sharing scheme asks for behind one stem, and what it puts between
 * them.
 */
final class TrunkWiring implements Trunks {
  private final Science science;
  private final ExamplePlan example;
  private final Stem stem;
  private final FeatureVertices features;
  private final Usage usage;
  private final Report report;
  private final List<Scope> scopes = new ArrayList<>();
  private final Map<String, Scope> entrances = new LinkedHashMap<>();
  private final Set<String> joined = new HashSet<>();

  /**
   * A stem that the trunk stands behind.
   *
   * @param task whose it is; empty for none
   * @param output what it ends with; empty for none, where all features flow in
   */
  record Stem(String task, Optional<Supplier<Optional<Vertex>>> output) {
    static final Stem NONE = new Stem("", Optional.empty());
  }

  TrunkWiring(
      Science science,
      ExamplePlan example,
      Stem stem,
      FeatureVertices features,
      Usage usage,
      Report report) {
    this.science = science;
    this.example = example;
    this.stem = stem;
    this.features = features.behind(stem.task());
    this.usage = usage;
    this.report = report;
  }

  /** Whether any task takes anything of the trunk. */
  boolean isUsed() {
    return scopes.stream().anyMatch(Scope::isUsed);
  }

  /** What stands directly behind the stem and is taken, by the path of its weights. */
  Map<String, Scope> entrances() {
    Map<String, Scope> used = new LinkedHashMap<>(entrances);
    used.values().removeIf(scope -> !scope.isUsed());
    return used;
  }

  /** Whether the scheme has made a value, by its path as the scheme calls it. */
  boolean hasMade(String path) {
    return joined.contains(path);
  }

  @Override
  public List<String> tasks() {
    return example.taskNames();
  }

  @Override
  public Supplier<Optional<Vertex>> in(String task, String tables) {
    return stem.output().orElse(() -> Optional.of(features.all(tables)));
  }

  @Override
  public List<Vertex> summary(String task, String tables) {
    if (stem.output().isPresent()) {
      return stem.output().get().get().stream().toList();
    }
    List<Shape> shapes =
        example.features().stream().map(feature -> feature.encoding().shape()).toList();
    if (shapes.stream().allMatch(shapes.get(0)::joins)) {
      return List.of(features.all(tables));
    }
    List<Vertex> means = new ArrayList<>();
    for (String name : example.entering()) {
      Vertex feature = features.one(tables, name);
      boolean isVector = example.feature(name).orElseThrow().encoding().shape().rank() == 1;
      String path = "means." + name;
      means.add(isVector ? feature : join(path, path, new MeanOfPositions(), List.of(feature)));
    }
    return means;
  }

  @Override
  public Vertex join(String path, String address, Junction junction, List<Vertex> inputs) {
    joined.add(path);
    Place place =
        new Place(
            Applications.behind(stem.task(), path),
            address,
            Optional.empty(),
            List.of(),
            science.mark().origin());
    return new Vertex(place, new JunctionSource(junction), inputs);
  }

  @Override
  public TrunkLevels written() {
    return science.trunk();
  }

  @Override
  public Trunk trunk(String path, String tables, Supplier<Optional<Vertex>> in, Detour detour) {
    if (written().count() == 1) {
      return level(0, path, tables, in, detour);
    }
    List<Trunk> chain = new ArrayList<>();
    Supplier<Optional<Vertex>> flowing = in;
    for (int level = 0; level < written().count(); level++) {
      Trunk next = level(level, path + "-level" + (level + 1), tables, flowing, detour);
      chain.add(next);
      flowing = next::output;
    }
    return new TrunkChain(written(), chain);
  }

  @Override
  public Trunk level(
      int level, String path, String tables, Supplier<Optional<Vertex>> in, Detour detour) {
    Scope scope =
        new Scope(
            written().networks().get(level),
            new Scope.Setting(
                Applications.behind(stem.task(), path),
                layer -> written().address(new Layer(level, layer)),
                new TrunkOutside(example, features, tables),
                in,
                BlockUse.NONE,
                use(level, in),
                List.of(),
                (layer, value) -> detour.from(written().inTrunk(new Layer(level, layer)), value),
                science::block),
            usage,
            report);
    scopes.add(scope);
    if (level == 0) {
      entrances.put(path, scope);
    }
    return new ScopeTrunk(scope);
  }

  /** The use of a level's network by the sharing annotation, if it names one. */
  private Optional<Within> use(int level, Supplier<Optional<Vertex>> in) {
    List<Mark> marks = science.mark().each("network");
    return level < marks.size()
        ? science.use(marks.get(level), "network", "trunk", in)
        : Optional.empty();
  }

  /** A network as a trunk. */
  private record ScopeTrunk(Scope scope) implements Trunk {
    @Override
    public Optional<Vertex> output() {
      return scope.output();
    }

    @Override
    public Optional<Vertex> layer(String name) {
      return scope.at(name);
    }

    @Override
    public Optional<Vertex> beforeDetour(String name) {
      return scope.beforeDetour(name);
    }
  }
}
