package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.dsl.Initializer;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.model.ModelInfo.State;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.train.ModelProbe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Modifiers on every kind of place: what the model says of each parameter, and what a step does.
 */
class ModifiersTest {
  private static final List<ModifiedTasks> ROWS = ModifiedTasks.rows();

  /** What a model says of a kernel or table: l1, l2, initializer, frozen, rate scale. */
  private static Map<String, List<Object>> settings(ModelInfo info) {
    Map<String, List<Object>> settings = new TreeMap<>();
    for (Parameter p : info.parameters()) {
      if (!p.path().endsWith(".bias") && !p.path().contains("still.s")) {
        settings.put(
            p.path(),
            List.of(
                p.learning().l1(),
                p.learning().l2(),
                p.initializer(),
                p.learning().frozen(),
                p.learning().rateScale()));
      }
    }
    return settings;
  }

  @Test
  void innermostWins() {
    Initializer glorot = Initializer.GLOROT_UNIFORM;
    Map<String, List<Object>> expected = new TreeMap<>();
    expected.put("tables.colour", List.of(0.02, 0.5, Initializer.GLOROT_NORMAL, false, 1.0));
    expected.put("tables.shape", List.of(0.0, 0.01, Initializer.SMALL_UNIFORM, true, 1.0));
    expected.put("tables.size", List.of(0.0, 0.01, Initializer.SMALL_UNIFORM, false, 0.0));
    expected.put("trunk.first.kernel", List.of(0.02, 0.01, glorot, false, 1.0));
    expected.put("trunk.second.kernel", List.of(0.0, 0.0, glorot, false, 0.5));
    expected.put("trunk.still.kernel", List.of(0.0, 0.01, glorot, true, 1.0));
    expected.put("trunk.out.kernel", List.of(0.0, 0.01, Initializer.HE_UNIFORM, false, 0.0));
    expected.put("tasks.a.hidden.kernel", List.of(0.0, 0.01, Initializer.LECUN_NORMAL, false, 1.0));
    expected.put("tasks.a.logits.kernel", List.of(0.0, 0.01, Initializer.LECUN_NORMAL, false, 1.0));
    expected.put(
        "tasks.b.hidden.kernel", List.of(0.3, 0.125, Initializer.SMALL_UNIFORM, false, 1.0));
    expected.put("tasks.b.out.kernel", List.of(0.3, 0.125, Initializer.SMALL_UNIFORM, true, 1.0));
    expected.put("tasks.b.logits.kernel", List.of(0.3, 0.01, glorot, false, 1.0));
    expected.put("tasks.c.logits.kernel", List.of(0.0, 0.01, glorot, true, 1.0));
    expected.put("tasks.d.hidden.kernel", List.of(0.0, 0.01, Initializer.HE_NORMAL, false, 2.0));
    expected.put("tasks.d.logits.kernel", List.of(0.0, 0.01, glorot, false, 2.0));
    assertThat(settings(new ModifiedTasksGraph().info())).isEqualTo(expected);
  }

  @Test
  void modifiersOfAVariantReplaceThoseOfItsModel() {
    Map<String, List<Object>> base = settings(new ModifiedTasksGraph().info());
    settings(new ModifiedTasksVariantGraph().info())
        .forEach(
            (path, found) -> {
              List<Object> before = base.get(path);
              assertThat(found.get(0)).as(path).isEqualTo(before.get(0));
              boolean ofModel = before.get(1).equals(0.01);
              assertThat(found.get(1)).as(path).isEqualTo(ofModel ? 0.25 : before.get(1));
              assertThat(found.subList(2, 4)).as(path).isEqualTo(before.subList(2, 4));
              Object scale = path.startsWith("trunk") ? (Object) 0.0 : before.get(4);
              assertThat(found.get(4)).as(path).isEqualTo(scale);
            });
  }

  /** Its @L1 and @RateScale replace those of its model, its @L2 and @Frozen it takes over. */
  @Test
  void variantWithAnotherTrunkTakesOverWhatItDoesNotSay() {
    Map<String, List<Object>> found = settings(new ModifiedTasksPlainGraph().info());
    Initializer relu = Initializer.HE_NORMAL;
    assertThat(found)
        .containsEntry("trunk.hidden1.kernel", List.of(0.5, 0.01, relu, false, 1.0))
        .containsEntry("trunk.hidden2.kernel", List.of(0.5, 0.01, relu, false, 3.0))
        .containsEntry("tables.colour", List.of(0.5, 0.5, Initializer.GLOROT_NORMAL, false, 1.0))
        .containsEntry("tables.shape", List.of(0.5, 0.01, Initializer.SMALL_UNIFORM, true, 1.0))
        .containsEntry(
            "tasks.b.hidden.kernel", List.of(0.3, 0.125, Initializer.SMALL_UNIFORM, false, 1.0));
  }

  @Test
  void biasesAndNormalisationsAreNotRegularized() {
    for (Parameter p : new ModifiedTasksGraph().info().parameters()) {
      if (p.path().matches(".*\\.(bias|scale|shift)")) {
        assertThat(p.learning().l1() + p.learning().l2()).as(p.path()).isZero();
        assertThat(p.learning().decays()).as(p.path()).isFalse();
        boolean frozen = p.path().matches("trunk\\.still.*|tasks\\.c.*|tasks\\.b\\.out.*");
        assertThat(p.learning().frozen()).as(p.path()).isEqualTo(frozen);
      }
    }
    for (State state : new ModifiedTasksGraph().info().states()) {
      assertThat(state.frozen()).as(state.path()).isTrue();
    }
  }

  @Test
  void stepIsRateTimesScaleTimesGradientAndPenalties() {
    Map<String, float[]> before;
    Map<String, double[]> gradients = new LinkedHashMap<>();
    try (ModelProbe probe = ModelProbe.of(new ModifiedTasksGraph(), ROWS, 4)) {
      before = probe.values();
      for (Map<VariableSpec, float[]> ofTask : probe.gradients()) {
        ofTask.forEach(
            (variable, values) ->
                variable
                    .members()
                    .forEach(
                        member -> {
                          int width = variable.members().size() == 1 ? 0 : 2;
                          double[] sum =
                              gradients.computeIfAbsent(
                                  member.path(), path -> new double[member.size()]);
                          for (int i = 0; i < sum.length; i++) {
                            sum[i] += values[member.firstRow() * width + i];
                          }
                        }));
      }
    }
    Map<String, float[]> after = train(1, ROWS.size());
    for (Parameter p : new ModifiedTasksGraph().info().parameters()) {
      float[] start = before.get(p.path());
      for (int i = 0; i < start.length; i++) {
        double penalty = p.learning().l2() * start[i] + p.learning().l1() * Math.signum(start[i]);
        double rate = p.learning().frozen() ? 0 : 0.5 * p.learning().rateScale();
        double expected = start[i] - rate * (gradients.get(p.path())[i] + penalty);
        assertThat((double) after.get(p.path())[i])
            .as("%s[%d]", p.path(), i)
            .isCloseTo(expected, within(2e-6));
      }
    }
  }

  @Test
  void whatIsFrozenOrOfRateZeroStaysToTheBit() {
    Map<String, float[]> before;
    try (ModelProbe probe = ModelProbe.of(new ModifiedTasksGraph(), ROWS, 4)) {
      before = probe.values();
    }
    Map<String, float[]> after = train(5, 5);
    for (Parameter p : new ModifiedTasksGraph().info().parameters()) {
      boolean still = p.learning().frozen() || p.learning().rateScale() == 0;
      if (still) {
        assertThat(after.get(p.path())).as(p.path()).containsExactly(before.get(p.path()));
      } else {
        assertThat(after.get(p.path())).as(p.path()).isNotEqualTo(before.get(p.path()));
      }
    }
    for (State state : new ModifiedTasksGraph().info().states()) {
      assertThat(after.get(state.path())).containsExactly(before.get(state.path()));
    }
  }

  private static Map<String, float[]> train(int epochs, int batchSize) {
    try (ModifiedTasksTrainer trainer =
        ModifiedTasksTrainer.builder().seed(4).epochs(epochs).batchSize(batchSize).build()) {
      trainer.fit(ModifiedTasksData.of(ROWS));
      return SavedWeights.of(trainer);
    }
  }
}
