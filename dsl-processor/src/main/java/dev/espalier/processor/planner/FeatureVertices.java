package dev.espalier.processor.planner;

import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.plan.Vertex.FeatureSource;
import dev.espalier.processor.plan.Vertex.Place;
import dev.espalier.processor.report.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that features are, for each copy of the embedding tables; each is made once. */
final class FeatureVertices {
  private final ExamplePlan example;
  private final Origin sharing;
  private final Map<List<Object>, Vertex> made = new LinkedHashMap<>();

  FeatureVertices(ExamplePlan example, Origin sharing) {
    this.example = example;
    this.sharing = sharing;
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
        List.of(tables, names),
        key -> {
          String part = names.size() == 1 ? "." + names.get(0) : "";
          Place place =
              new Place(
                  tables.replace("tables", "features") + part,
                  "features" + part,
                  Optional.empty(),
                  List.of(),
                  sharing);
          return new Vertex(place, new FeatureSource(tables, names), List.of());
        });
  }
}
