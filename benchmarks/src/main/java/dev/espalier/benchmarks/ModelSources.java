package dev.espalier.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Models of the size of census-income: 7 numbers, 33 categories, two tasks with towers. */
final class ModelSources {
  private static final int NUMBERS = 7;
  private static final int CATEGORIES = 33;

  private ModelSources() {}

  static List<SourceFile> models(int count) {
    List<SourceFile> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sources.add(model("Census" + i));
    }
    return sources;
  }

  private static SourceFile model(String name) {
    StringBuilder components = new StringBuilder();
    for (int i = 0; i < NUMBERS; i++) {
      components.append("    @Numeric float number").append(i).append(",\n");
    }
    for (int i = 0; i < CATEGORIES; i++) {
      components.append("    @Categorical String category").append(i).append(",\n");
    }
    String text =
        """
        package census;

        import dev.espalier.dsl.Categorical;
        import dev.espalier.dsl.Dense;
        import dev.espalier.dsl.Numeric;
        import dev.espalier.dsl.Relu;
        import dev.espalier.dsl.SharedTrunk;
        import dev.espalier.dsl.TaskHead;
        import dev.espalier.dsl.Tensor;

        @SharedTrunk({117})
        public record NAME(
        COMPONENTS    @TaskHead(tower = NAME.Tower.class) boolean first,
            @TaskHead(tower = NAME.Tower.class) boolean second) {

          interface Tower {
            @Dense(32) @Relu Tensor wide(Tensor in, Tensor number0);

            @Dense(8) @Relu Tensor out(Tensor wide);
          }
        }
        """
            .replace("NAME", name)
            .replace("COMPONENTS", components);
    return new SourceFile("census." + name, text);
  }
}
