package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.dsl.MgdaNormalization;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.Precision;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.step.SessionOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clipped steps of every kind, against the step without clipping, clipped in double precision. */
class ClippedSteppingTest {
  private static final List<Garden> ROWS = Garden.grow(40, 3);

  /** Nothing is left of {@code uses}, whose head then has no gradient and counts in no norm. */
  private static final List<Garden> LACKING =
      ROWS.stream()
          .map(row -> row.labelled(row.tasty(), row.family(), row.height(), null))
          .toList();

  private static final GardenModel MODEL = new GardenModel(false, ClippedSteppingTest::penalized);

  private static Parameter penalized(Parameter parameter) {
    return parameter.learning().decays() ? parameter.regularized(0.01, 0.1) : parameter;
  }

  /** A method of each kind of stepping. */
  static Stream<Balancing> methods() {
    return Stream.of(
        Balancing.fixedWeights(),
        Balancing.geometricLoss(),
        Balancing.pcGrad(),
        Balancing.caGrad(),
        Balancing.gradDrop(),
        Balancing.representationMgda(MgdaNormalization.AS_GIVEN));
  }

  /** What a step of descent at rate 1 takes off all parameters, by path. */
  private static Map<String, double[]> moved(
      Clipping clipping, Balancing method, List<Garden> rows) {
    SessionOptions options = SessionOptions.threads(1).with(clipping);
    try (GardenRun run = new GardenRun(MODEL, ROWS, Optimizer.sgd(1), options)) {
      Map<String, float[]> before = run.start();
      Map<String, double[]> moved = new LinkedHashMap<>();
      run.afterOther(rows, builder -> builder.balancing(method).seed(2))
          .forEach(
              (path, after) -> {
                double[] change = new double[after.length];
                Arrays.setAll(change, i -> (double) before.get(path)[i] - after[i]);
                moved.put(path, change);
              });
      return moved;
    }
  }

  private static double norm(List<double[]> all) {
    double squares = 0;
    for (double[] each : all) {
      for (double value : each) {
        squares += value * value;
      }
    }
    return Math.sqrt(squares);
  }

  private static void assertMoved(
      Clipping clipping, Balancing method, List<Garden> rows, Map<String, double[]> expected) {
    Map<String, double[]> found = moved(clipping, method, rows);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.forEach(
        (path, values) -> {
          for (int i = 0; i < values.length; i++) {
            assertThat(values[i])
                .as("%s[%d]", path, i)
                .isCloseTo(expected.get(path)[i], within(5e-7));
          }
        });
  }

  private static Map<String, double[]> scaled(Map<String, double[]> whole, double factor) {
    Map<String, double[]> scaled = new LinkedHashMap<>();
    whole.forEach(
        (path, each) -> scaled.put(path, Arrays.stream(each).map(x -> x * factor).toArray()));
    return scaled;
  }

  @ParameterizedTest
  @MethodSource("methods")
  void allGradientsOfAStepHaveOneNorm(Balancing method) {
    for (List<Garden> rows : List.of(ROWS, LACKING)) {
      Map<String, double[]> whole = moved(Clipping.none(), method, rows);
      double norm = norm(new ArrayList<>(whole.values()));
      double bound = norm / 3;
      assertMoved(Clipping.globalNorm(bound), method, rows, scaled(whole, bound / norm));
      assertMoved(Clipping.globalNorm(norm * 1.01), method, rows, whole);
    }
  }

  /** Tables that are stacked in one variable are parameters of their own. */
  @ParameterizedTest
  @MethodSource("methods")
  void eachParameterHasANorm(Balancing method) {
    Map<String, double[]> whole = moved(Clipping.none(), method, LACKING);
    double bound = 0.2;
    Map<String, double[]> expected = new LinkedHashMap<>();
    int shortened = 0;
    for (Map.Entry<String, double[]> each : whole.entrySet()) {
      double norm = norm(List.of(each.getValue()));
      shortened += norm > bound ? 1 : 0;
      double factor = bound / Math.max(norm, bound);
      expected.putAll(scaled(Map.of(each.getKey(), each.getValue()), factor));
    }
    assertThat(shortened).isBetween(2, whole.size() - 2);
    assertMoved(Clipping.norm(bound), method, LACKING, sortedAs(whole, expected));
  }

  private static Map<String, double[]> sortedAs(
      Map<String, double[]> order, Map<String, double[]> values) {
    Map<String, double[]> sorted = new LinkedHashMap<>();
    order.keySet().forEach(path -> sorted.put(path, values.get(path)));
    return sorted;
  }

  @ParameterizedTest
  @MethodSource("methods")
  void eachNumberHasABound(Balancing method) {
    Map<String, double[]> whole = moved(Clipping.none(), method, LACKING);
    double bound = 0.05;
    Map<String, double[]> expected = new LinkedHashMap<>();
    whole.forEach(
        (path, values) ->
            expected.put(
                path,
                Arrays.stream(values).map(x -> Math.max(-bound, Math.min(bound, x))).toArray()));
    assertThat(whole.values().stream().flatMapToDouble(Arrays::stream))
        .anyMatch(x -> Math.abs(x) > bound);
    assertMoved(Clipping.value(bound), method, LACKING, expected);
  }

  /** Those that draw nothing: fewer rows have other draws. */
  static Stream<Balancing> methodsWithoutDraws() {
    return methods().filter(method -> !method.equals(Balancing.gradDrop()));
  }

  /** Rows that a step looks up have the norm of their table: the others' gradient is 0. */
  @ParameterizedTest
  @MethodSource("methodsWithoutDraws")
  void tablesThatAreUpdatedByRowsAreClippedAsWholeOnes(Balancing method) {
    for (Clipping clipping : List.of(Clipping.norm(0.05), Clipping.globalNorm(0.3))) {
      SessionOptions byRows =
          new SessionOptions(1, 0, false, Optional.empty(), Precision.FLOAT32, clipping);
      try (GardenRun rows = new GardenRun(GardenModel.plain(), ROWS, Optimizer.sgd(1), byRows);
          GardenRun whole =
              new GardenRun(
                  GardenModel.plain(),
                  ROWS,
                  Optimizer.sgd(1),
                  SessionOptions.threads(1).with(clipping))) {
        assertThat(rows.session().training().learnable()).anyMatch(VariableSpec::byRows);
        assertThat(whole.session().training().learnable()).noneMatch(VariableSpec::byRows);
        Map<String, float[]> expected = whole.after(builder -> builder.balancing(method).seed(2));
        assertClose(rows.after(builder -> builder.balancing(method).seed(2)), expected);
      }
    }
  }

  /** What several batches add up to is clipped, and not each of them. */
  @Test
  void aSumOfGradientsIsClippedOnce() {
    for (Clipping clipping :
        List.of(Clipping.value(0.02), Clipping.norm(0.1), Clipping.globalNorm(0.3))) {
      SessionOptions options = SessionOptions.threads(1).with(clipping);
      try (GardenRun run = new GardenRun(MODEL, ROWS, Optimizer.sgd(1), options)) {
        Map<String, float[]> expected = run.after(builder -> builder.seed(2));
        assertClose(run.after(builder -> builder.seed(2).batchSize(10).accumulate(4)), expected);
      }
    }
  }

  private static void assertClose(Map<String, float[]> found, Map<String, float[]> expected) {
    expected.forEach(
        (path, values) -> {
          for (int i = 0; i < values.length; i++) {
            assertThat(found.get(path)[i]).as(path).isCloseTo(values[i], within(1e-6f));
          }
        });
  }

  /** Where gradients wait for a mixture, several batches with different labels go on well. */
  @Test
  void gradientsThatWaitAreThoseOfTheirBatch() {
    List<Garden> mixed = new ArrayList<>(ROWS.subList(0, 8));
    mixed.addAll(LACKING.subList(8, 16));
    SessionOptions clipping = SessionOptions.threads(1).with(Clipping.globalNorm(1e6));
    try (GardenRun plain = new GardenRun(MODEL, ROWS, Optimizer.adam(1e-2));
        GardenRun clipped = new GardenRun(MODEL, ROWS, Optimizer.adam(1e-2), clipping)) {
      Map<String, float[]> expected = after(plain, mixed);
      Map<String, float[]> found = after(clipped, mixed);
      assertClose(found, expected);
    }
  }

  private static Map<String, float[]> after(GardenRun run, List<Garden> rows) {
    return run.afterOther(
        rows, builder -> builder.balancing(Balancing.pcGrad()).batchSize(4).epochs(2).seed(5));
  }
}
