package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.train.ModelProbe;
import dev.espalier.runtime.train.Trainer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three steps with the optimizer of each annotation, its settings included, against its formula.
 */
class OptimizersTest {
  private static final int STEPS = 3;
  private static final List<Optimized> ROWS = Optimized.rows();

  /** One weight's update: what it keeps, and how a gradient moves it. */
  @FunctionalInterface
  private interface Update {
    /**
     * The new weight.
     *
     * @param kept two numbers for the optimizer, 0 at first
     */
    double apply(double w, double g, double[] kept, int step);
  }

  /** An optimizer, as the annotation sets it and as its formula reads. */
  record Case(
      Class<?> variant,
      GeneratedModel<Optimized, OptimizedInput, OptimizedPrediction> model,
      Trainer<Optimized, OptimizedInput, OptimizedPrediction, OptimizedTask> trainer,
      Update kernels,
      Update biases) {

    @Override
    public String toString() {
      return variant.getSimpleName();
    }
  }

  private static double adam(
      double g, double[] kept, int step, double beta1, double beta2, double epsilon) {
    kept[0] = beta1 * kept[0] + (1 - beta1) * g;
    kept[1] = beta2 * kept[1] + (1 - beta2) * g * g;
    double correction = Math.sqrt(1 - Math.pow(beta2, step)) / (1 - Math.pow(beta1, step));
    return correction * kept[0] / (Math.sqrt(kept[1]) + epsilon);
  }

  static Stream<Case> cases() {
    Update plain = (w, g, kept, step) -> w - 0.1 * g;
    Update momentum = (w, g, kept, step) -> w - 0.1 * (kept[0] = 0.8 * kept[0] + g);
    Update nesterov =
        (w, g, kept, step) -> {
          kept[0] = 0.8 * kept[0] + g;
          return w - 0.1 * (g + 0.8 * kept[0]);
        };
    Update adaptive = (w, g, kept, step) -> w - 0.05 * adam(g, kept, step, 0.8, 0.95, 1e-3);
    Update decoupled =
        (w, g, kept, step) -> w - 0.05 * 0.2 * w - 0.05 * adam(g, kept, step, 0.9, 0.999, 1e-7);
    Update notDecoupled = (w, g, kept, step) -> w - 0.05 * adam(g, kept, step, 0.9, 0.999, 1e-7);
    Update meanSquare =
        (w, g, kept, step) -> {
          kept[0] = 0.7 * kept[0] + 0.3 * g * g;
          kept[1] = 0.5 * kept[1] + 0.05 * g / Math.sqrt(kept[0] + 1e-7);
          return w - kept[1];
        };
    Update accumulated =
        (w, g, kept, step) -> {
          kept[0] += (step == 1 ? 0.2 : 0) + g * g;
          return w - 0.1 * g / (Math.sqrt(kept[0]) + 1e-7);
        };
    return Stream.of(
        of(Optimized.Plain.class, new OptimizedPlainGraph(), plain, plain),
        of(Optimized.Momentum.class, new OptimizedMomentumGraph(), momentum, momentum),
        of(Optimized.Nesterov.class, new OptimizedNesterovGraph(), nesterov, nesterov),
        of(Optimized.Adaptive.class, new OptimizedAdaptiveGraph(), adaptive, adaptive),
        of(Optimized.Lazy.class, new OptimizedLazyGraph(), adaptive, adaptive),
        of(Optimized.Decoupled.class, new OptimizedDecoupledGraph(), decoupled, notDecoupled),
        of(Optimized.MeanSquare.class, new OptimizedMeanSquareGraph(), meanSquare, meanSquare),
        of(Optimized.Accumulated.class, new OptimizedAccumulatedGraph(), accumulated, accumulated));
  }

  private static Case of(
      Class<?> variant,
      GeneratedModel<Optimized, OptimizedInput, OptimizedPrediction> model,
      Update kernels,
      Update biases) {
    return new Case(variant, model, trainer(variant), kernels, biases);
  }

  private static Trainer<Optimized, OptimizedInput, OptimizedPrediction, OptimizedTask> trainer(
      Class<?> variant) {
    int all = ROWS.size();
    return switch (variant.getSimpleName()) {
      case "Plain" -> OptimizedPlainTrainer.builder().epochs(STEPS).batchSize(all).build();
      case "Momentum" -> OptimizedMomentumTrainer.builder().epochs(STEPS).batchSize(all).build();
      case "Nesterov" -> OptimizedNesterovTrainer.builder().epochs(STEPS).batchSize(all).build();
      case "Adaptive" -> OptimizedAdaptiveTrainer.builder().epochs(STEPS).batchSize(all).build();
      case "Lazy" -> OptimizedLazyTrainer.builder().epochs(STEPS).batchSize(all).build();
      case "Decoupled" -> OptimizedDecoupledTrainer.builder().epochs(STEPS).batchSize(all).build();
      case "MeanSquare" ->
          OptimizedMeanSquareTrainer.builder().epochs(STEPS).batchSize(all).build();
      case "Accumulated" ->
          OptimizedAccumulatedTrainer.builder().epochs(STEPS).batchSize(all).build();
      default -> throw new IllegalArgumentException(variant.getName());
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void stepsAreThoseOfTheFormula(Case optimizer) {
    try (var trainer = optimizer.trainer()) {
      trainer.fit(OptimizedData.of(ROWS));
      Map<String, float[]> found = SavedWeights.of(trainer);
      Map<String, double[]> expected = expected(optimizer);
      assertThat(found.keySet()).isEqualTo(expected.keySet());
      expected.forEach(
          (path, values) -> {
            for (int i = 0; i < values.length; i++) {
              assertThat((double) found.get(path)[i])
                  .as("%s[%d]", path, i)
                  .isCloseTo(values[i], within(2e-5));
            }
          });
    }
  }

  private static Map<String, double[]> expected(Case optimizer) {
    Map<String, double[]> weights = new LinkedHashMap<>();
    Map<String, List<double[]>> kept = new LinkedHashMap<>();
    try (ModelProbe probe = ModelProbe.of(optimizer.model(), ROWS, 0)) {
      probe.values().forEach((path, values) -> weights.put(path, doubles(values)));
      weights.forEach(
          (path, values) -> {
            List<double[]> each = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
              each.add(new double[2]);
            }
            kept.put(path, each);
          });
      List<Map<VariableSpec, float[]>> gradients = probe.gradients();
      for (int step = 1; step <= STEPS; step++) {
        for (VariableSpec variable : probe.variables()) {
          String path = variable.name();
          Update update = path.endsWith(".kernel") ? optimizer.kernels() : optimizer.biases();
          double[] values = weights.get(path);
          for (int i = 0; i < values.length; i++) {
            double gradient = 0;
            for (Map<VariableSpec, float[]> ofTask : gradients) {
              gradient += ofTask.containsKey(variable) ? ofTask.get(variable)[i] : 0;
            }
            values[i] = update.apply(values[i], gradient, kept.get(path).get(i), step);
          }
        }
        for (VariableSpec variable : probe.variables()) {
          probe.assign(variable, floats(weights.get(variable.name())));
        }
        gradients = probe.gradients();
      }
    }
    return weights;
  }

  private static double[] doubles(float[] values) {
    double[] copy = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      copy[i] = values[i];
    }
    return copy;
  }

  private static float[] floats(double[] values) {
    float[] copy = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      copy[i] = (float) values[i];
    }
    return copy;
  }
}
