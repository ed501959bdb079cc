package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.dsl.Dense;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.References;
import dev.espalier.runtime.optimize.References.Reference;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.train.ModelProbe;
import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three steps with the optimizer of each annotation, its settings included, against its formula.
 */
class OptimizersTest {
  private static final int STEPS = 3;
  private static final List<Optimized> ROWS = Optimized.rows();

  /** The optimizer of each variant, as the annotation sets it and as its paper reads. */
  private static final Map<Class<?>, Case> CASES =
      Map.ofEntries(
          entry(Optimized.Plain.class, 0.1, () -> References.sgd(0, false)),
          entry(Optimized.Momentum.class, 0.1, () -> References.sgd(0.8, false)),
          entry(Optimized.Nesterov.class, 0.1, () -> References.sgd(0.8, true)),
          entry(Optimized.Adaptive.class, 0.05, () -> References.adam(0.8, 0.95, 1e-3)),
          entry(Optimized.Lazy.class, 0.05, () -> References.lazyAdam(0.8, 0.95, 1e-3)),
          entry(Optimized.Decoupled.class, 0.05, () -> References.adamW(0.2, 0.9, 0.999, 1e-7)),
          entry(Optimized.MeanSquare.class, 0.05, () -> References.rmsProp(0.7, 0.5, 1e-7)),
          entry(Optimized.Accumulated.class, 0.1, () -> References.adagrad(0.2, 1e-7)),
          entry(Optimized.Unitless.class, 0.5, () -> References.adadelta(0.8, 1e-3)),
          entry(Optimized.Largest.class, 0.05, () -> References.adamax(0.8, 0.95, 1e-3)),
          entry(Optimized.Ahead.class, 0.05, () -> References.nadam(0.8, 0.95, 1e-3)),
          entry(Optimized.Leader.class, 0.1, () -> References.ftrl(0.5, 0.25, 0.2, 0.5, 0.4)),
          entry(Optimized.Layerwise.class, 0.05, () -> References.lamb(0.2, 0.8, 0.95, 1e-3)),
          entry(Optimized.Signs.class, 0.05, () -> References.lion(0.2, 0.7, 0.8)));

  /** A learning rate, and the reference of one parameter. */
  private record Case(double rate, Supplier<Reference> reference) {}

  private static Map.Entry<Class<?>, Case> entry(
      Class<?> variant, double rate, Supplier<Reference> reference) {
    return Map.entry(variant, new Case(rate, reference));
  }

  static Stream<Class<?>> variants() {
    return Stream.of(Optimized.class.getDeclaredClasses())
        .sorted(Comparator.comparing(Class::getName));
  }

  /** A new optimizer has an annotation, a model with it, and a reference of its steps. */
  @Test
  void everyFactoryHasAnAnnotationAndEveryAnnotationAModel() throws ClassNotFoundException {
    List<String> factories =
        Stream.of(Optimizer.class.getDeclaredMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .map(Method::getName)
            .distinct()
            .toList();
    assertThat(factories).hasSizeGreaterThan(10);
    for (String factory : factories) {
      String name = factory.substring(0, 1).toUpperCase(Locale.ROOT) + factory.substring(1);
      Class<?> annotation = Class.forName(Dense.class.getPackageName() + "." + name);
      assertThat(ClassFiles.names(Optimized.class, annotation)).as(name).isTrue();
    }
    assertThat(variants()).containsExactlyInAnyOrderElementsOf(CASES.keySet());
  }

  @SuppressWarnings("unchecked")
  private static GeneratedModel<Optimized, ?, ?> model(Class<?> variant)
      throws ReflectiveOperationException {
    return (GeneratedModel<Optimized, ?, ?>)
        Class.forName(Optimized.class.getName() + variant.getSimpleName() + "Graph")
            .getDeclaredConstructor()
            .newInstance();
  }

  @SuppressWarnings("unchecked")
  private static Trainer<Optimized, ?, ?, ?> trainer(Class<?> variant)
      throws ReflectiveOperationException {
    TrainerBuilder<OptimizedTask, ?> builder =
        (TrainerBuilder<OptimizedTask, ?>)
            Class.forName(Optimized.class.getName() + variant.getSimpleName() + "Trainer")
                .getDeclaredMethod("builder")
                .invoke(null);
    return (Trainer<Optimized, ?, ?, ?>) builder.epochs(STEPS).batchSize(ROWS.size()).build();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void stepsAreThoseOfTheFormula(Class<?> variant) throws ReflectiveOperationException {
    try (Trainer<Optimized, ?, ?, ?> trainer = trainer(variant)) {
      trainer.fit(OptimizedData.of(ROWS));
      Map<String, float[]> found = SavedWeights.of(trainer);
      Map<String, double[]> expected = expected(model(variant), CASES.get(variant));
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

  private static Map<String, double[]> expected(
      GeneratedModel<Optimized, ?, ?> model, Case optimizer) {
    Map<String, double[]> weights = new LinkedHashMap<>();
    Map<String, Reference> references = new LinkedHashMap<>();
    try (ModelProbe probe = ModelProbe.of(model, ROWS, 0)) {
      probe.values().forEach((path, values) -> weights.put(path, doubles(values)));
      weights.keySet().forEach(path -> references.put(path, optimizer.reference().get()));
      List<Map<VariableSpec, float[]>> gradients = probe.gradients();
      for (int step = 1; step <= STEPS; step++) {
        for (VariableSpec variable : probe.variables()) {
          String path = variable.name();
          double[] gradient = new double[weights.get(path).length];
          for (Map<VariableSpec, float[]> ofTask : gradients) {
            float[] part = ofTask.getOrDefault(variable, new float[gradient.length]);
            Arrays.setAll(gradient, i -> gradient[i] + part[i]);
          }
          boolean decays = path.endsWith(".kernel");
          weights.replace(
              path,
              references.get(path).step(weights.get(path), gradient, optimizer.rate(), decays));
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
