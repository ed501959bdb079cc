package dev.espalier.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.dsl.Initializer;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.model.ModelInfo.State;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which variables there are and what they start with. */
class VariablePlanTest {

  private static Parameter table(String copy, String name, int dimension, int... tasks) {
    String path = copy + "." + name;
    return Parameter.table(
        path, "tables." + name, name, Initializer.SMALL_UNIFORM, -1, dimension, tasks);
  }

  private static Parameter kernel(Initializer initializer, int... shape) {
    return Parameter.kernel("k", "k", initializer, shape, 0);
  }

  private static ModelInfo info(Parameter... parameters) {
    return new ModelInfo(
        1,
        "M",
        "s",
        "h",
        List.of(parameters),
        List.of(new State("s", "s", 0.5f, false, new int[] {2}, 0)),
        List.of(),
        List.of(),
        List.of());
  }

  private static VariablePlan plan(Parameter... parameters) {
    return VariablePlan.of(info(parameters), Map.of("a", 3, "b", 5, "c", 2)::get);
  }

  private static List<List<String>> stacks(Parameter... parameters) {
    return plan(parameters).parameters().stream()
        .map(v -> v.members().stream().map(VariableSpec.Member::path).toList())
        .toList();
  }

  @Test
  void tablesOfOneDimensionAndEqualOptionsAreStacked() {
    assertThat(stacks(table("tables", "a", 4, 0, 1), table("tables", "b", 4, 0, 1)))
        .containsExactly(List.of("tables.a", "tables.b"));
    VariableSpec both =
        plan(table("tables", "a", 4, 0), table("tables", "c", 4, 0), table("tables", "b", 4, 0))
            .parameters()
            .get(0);
    assertThat(both.shape()).containsExactly(10, 4);
    assertThat(both.members())
        .containsExactly(
            new VariableSpec.Member("tables.a", List.of(3, 4), 0),
            new VariableSpec.Member("tables.c", List.of(2, 4), 3),
            new VariableSpec.Member("tables.b", List.of(5, 4), 5));
  }

  @Test
  void tablesThatDifferStayApart() {
    Parameter a = table("tables", "a", 4, 0, 1);
    Parameter b = table("tables", "b", 4, 0, 1);
    List<Parameter> others =
        List.of(
            table("tables", "b", 5, 0, 1),
            table("tables", "b", 4, 0),
            table("tables-click", "b", 4, 0, 1),
            b.regularized(0, 0.1),
            b.regularized(0.1, 0),
            b.asFrozen(),
            b.scaledBy(2));
    for (Parameter other : others) {
      assertThat(stacks(a, other)).as("%s", other).hasSize(2);
    }
  }

  @Test
  void unknownPathsAreAnError() {
    assertThatThrownBy(() -> plan(table("tables", "a", 4, 0)).place("tables.b"))
        .hasMessageContaining("`tables.b`");
  }

  @Test
  void startsDependOnSeedAndPathAlone() {
    Parameter a = table("tables", "a", 4, 0);
    Parameter b = table("tables", "b", 4, 0);
    float[] alone = plan(a).initialValues(info(a), 7).get("tables.a");
    assertThat(plan(b, a).initialValues(info(b, a), 7).get("tables.a")).containsExactly(alone);
    assertThat(plan(a).initialValues(info(a), 8).get("tables.a")).isNotEqualTo(alone);
    Parameter copy = table("tables-click", "a", 4, 0);
    assertThat(plan(copy).initialValues(info(copy), 7).get("tables-click.a")).isNotEqualTo(alone);
    assertThat(plan(a).initialValues(info(a), 7).get("s")).containsExactly(0.5f, 0.5f);
  }

  private static double[] draws(Parameter parameter) {
    float[] values = plan(parameter).initialValues(info(parameter), 3).get("k");
    double[] draws = new double[values.length];
    Arrays.setAll(draws, i -> values[i]);
    return draws;
  }

  private static double variance(double[] x) {
    double mean = Arrays.stream(x).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(0.01));
    return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  /** In and out of {@code [3, 40, 60]}: 120 and 180. */
  @Test
  void initializersHaveTheirVarianceAndRange() {
    double[][] expected = {
      {2.0 / 300, Math.sqrt(6.0 / 300)},
      {2.0 / 300, Double.MAX_VALUE},
      {2.0 / 120, Math.sqrt(6.0 / 120)},
      {2.0 / 120, Double.MAX_VALUE},
      {1.0 / 120, Double.MAX_VALUE},
      {0.05 * 0.05 / 3, 0.05}
    };
    Initializer[] random = Arrays.copyOf(Initializer.values(), expected.length);
    for (int i = 0; i < random.length; i++) {
      double[] draws = draws(kernel(random[i], 3, 40, 60));
      double limit = expected[i][1];
      assertThat(variance(draws))
          .as("%s", random[i])
          .isCloseTo(expected[i][0], within(0.05 * expected[i][0]));
      assertThat(Arrays.stream(draws).map(Math::abs).max().orElseThrow())
          .isLessThanOrEqualTo(limit * 1.000001);
      if (limit == Double.MAX_VALUE) {
        double deviation = Math.sqrt(expected[i][0]);
        double within = Arrays.stream(draws).filter(x -> Math.abs(x) < deviation).count();
        assertThat(within / draws.length).isCloseTo(0.6827, within(0.02));
      } else {
        assertThat(Arrays.stream(draws).max().orElseThrow()).isGreaterThan(0.99 * limit);
      }
    }
    assertThat(draws(kernel(Initializer.ZEROS, 2, 2))).containsOnly(0);
    assertThat(draws(Parameter.constant("k", "k", 0.25, new int[] {3}, 0))).containsOnly(0.25);
  }
}
