package dev.espalier.processor.planner;

import dev.espalier.processor.plan.Applications;
import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.FeaturePlan;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.plan.Vertex.FeatureSource;
import dev.espalier.processor.plan.Vertex.Place;
import dev.espalier.processor.report.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values that features are, for each copy of the embedding tables; each is made once. Where
 * rows may lack features, what stems take is apart: it is of the rows that have it.
 */
final class FeatureVertices {
  private final ExamplePlan example;
  private final Origin sharing;
  private final String stem;
  private final Map<List<Object>, Vertex> made;

  FeatureVertices(ExamplePlan example, Origin sharing) {
    this(example, sharing, "", new LinkedHashMap<>());
  }

  private FeatureVertices(
      ExamplePlan example, Origin sharing, String stem, Map<List<Object>, Vertex> made) {
    this.example = example;
    this.sharing = sharing;
    this.stem = stem;
    this.made = made;
  }

  /** The same for a task's stem and the trunk behind it; empty stands for no stem. */
  FeatureVertices behind(String task) {
    boolean alike = example.features().stream().noneMatch(FeaturePlan::mayBeAbsent);
    return new FeatureVertices(example, sharing, alike ? "" : task, made);
  }

  /** All features together. */
  Vertex all(String tables) {
    return of(tables, example.entering());
  }

  /** One feature. */
  Vertex one(String tables, String name) {
    return of(tables, List.of(name));
  }

  private Vertex of(String tables, List<String> names) {
    return made.computeIfAbsent(
        List.of(tables, names, stem),
        key -> {
          String part = names.size() == 1 ? "." + names.get(0) : "";
          Place place =
              new Place(
                  Applications.behind(stem, tables.replace("tables", "features")) + part,
                  "features" + part,
                  Optional.empty(),
                  List.of(),
                  sharing);
          return new Vertex(place, new FeatureSource(tables, names), List.of());
        });
  }
}
