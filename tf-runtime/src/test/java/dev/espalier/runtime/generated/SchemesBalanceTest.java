package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.balance.BalanceReport;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.generated.SchemesTest.Scheme;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that balance gradients, with every sharing scheme. */
class SchemesBalanceTest {
  private static final List<SharingTasks> ROWS = SharingTasks.rows();

  /** What one step of all rows came to. */
  private record Step(BalanceReport report, Map<String, float[]> weights) {}

  static Stream<Arguments> schemesAndMethods() {
    return SchemesTest.schemes().stream()
        .flatMap(
            scheme ->
                Stream.of(Balancing.mgda(), Balancing.representationMgda())
                    .map(method -> Arguments.of(scheme, method)));
  }

  /** Where values lead to each other, and where each task sees values of its own, as well. */
  @ParameterizedTest
  @MethodSource("schemesAndMethods")
  void sharedParametersDescendAlongTheMixture(Scheme scheme, Balancing method) {
    Step mixed = step(scheme, builder -> builder.balancing(method));
    List<Double> weights = mixed.report().weights();
    assertThat(weights.stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-5));
    Step fixed =
        step(
            scheme,
            builder -> {
              for (SharingTasksTask task : SharingTasksTask.values()) {
                builder.lossWeight(task, weights.get(task.ordinal()));
              }
              return builder;
            });
    Step own = step(scheme, builder -> builder);
    for (Parameter parameter : scheme.model().info().parameters()) {
      String path = parameter.path();
      Step expected = parameter.shared() ? fixed : own;
      assertThat(mixed.weights().get(path))
          .as(path)
          .containsExactly(expected.weights().get(path), within(2e-5f));
    }
  }

  private static Step step(
      Scheme scheme, UnaryOperator<TrainerBuilder<SharingTasksTask, ?>> options) {
    TrainerBuilder<SharingTasksTask, ?> builder = scheme.builder().get();
    builder.epochs(1).batchSize(ROWS.size()).optimizer(Optimizer.sgd(0.1)).seed(3);
    try (Trainer<?, ?, ?, ?> trainer = (Trainer<?, ?, ?, ?>) options.apply(builder).build()) {
      @SuppressWarnings("unchecked")
      Trainer<SharingTasks, ?, ?, ?> typed = (Trainer<SharingTasks, ?, ?, ?>) trainer;
      BalanceReport report = typed.fit(SharingTasksData.of(ROWS)).last().balance();
      return new Step(report, SavedWeights.of(typed));
    }
  }
}
