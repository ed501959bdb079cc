package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.generated.CheckedModels.Checked;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.train.ModelProbe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gradients of every task's loss through generated code, against central differences of that loss:
 * in shared and in task parameters apart, and none where the model says that there is none.
 */
class GeneratedGradientsTest {
  private static final int AT_MOST = 12;
  private static final double RELATIVE = 1e-3;

  /**
   * Of differences of losses in single precision; 2.3e-5 was met, on JDK 25, where the gradient is
   * 0.
   */
  private static final double NOISE = 4e-5;

  /** What no noise makes. */
  private static final double REAL = 4e-4;

  static Stream<Checked> models() {
    return CheckedModels.all().stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void areThoseOfFiniteDifferences(Checked model) {
    try (ModelProbe probe = model.open().get()) {
      shake(probe);
      List<Map<VariableSpec, float[]>> gradients = probe.gradients();
      Agreement agreement = new Agreement();
      for (VariableSpec variable : probe.variables()) {
        float[] values = probe.values(variable);
        int stride = Math.max(1, values.length / AT_MOST);
        for (int i = 0; i < values.length; i += stride) {
          double[] differences = Differences.of(probe, variable, values, i);
          for (int task = 0; task < gradients.size(); task++) {
            agreement.add(variable, task, gradients.get(task), i, differences[task]);
          }
        }
        probe.assign(variable, values);
      }
      agreement.check(probe);
    }
  }

  /** Moves everything off the values it starts with, where biases are 0 and scales 1. */
  private static void shake(ModelProbe probe) {
    SplittableRandom random = new SplittableRandom(1);
    Map<String, float[]> values = new HashMap<>(probe.values());
    values.replaceAll(
        (path, before) -> {
          float[] after = before.clone();
          for (int i = 0; i < after.length; i++) {
            after[i] += (float) (0.4 * random.nextDouble() - 0.2);
          }
          return path.endsWith(".variance") || path.endsWith(".mean") ? before : after;
        });
    probe.assign(values);
  }

  /** What was compared, task by task and variable by variable. */
  private static final class Agreement {
    private record Pair(int index, double gradient, double difference) {}

    private final Map<VariableSpec, Map<Integer, List<Pair>>> pairs = new HashMap<>();
    private int kinks;
    private int compared;

    void add(
        VariableSpec variable,
        int task,
        Map<VariableSpec, float[]> gradients,
        int index,
        double difference) {
      if (!gradients.containsKey(variable)) {
        assertThat(difference).as("task %d in %s", task, variable.name()).isZero();
        return;
      }
      if (Double.isNaN(difference)) {
        kinks++;
        return;
      }
      compared++;
      pairs
          .computeIfAbsent(variable, each -> new HashMap<>())
          .computeIfAbsent(task, each -> new ArrayList<>())
          .add(new Pair(index, gradients.get(variable)[index], difference));
    }

    void check(ModelProbe probe) {
      pairs.forEach(
          (variable, byTask) -> byTask.forEach((task, all) -> check(variable, task, all)));
      assertThat(kinks).as("elements at a kink, of %d", compared).isLessThan(compared / 10);
      assertThat(moved()).containsAll(expectedToMove(probe));
    }

    private static void check(VariableSpec variable, int task, List<Pair> all) {
      double greatest = all.stream().mapToDouble(pair -> Math.abs(pair.gradient())).max().orElse(0);
      for (Pair pair : all) {
        assertThat(pair.gradient())
            .as("task %d, %s[%d]", task, variable.name(), pair.index())
            .isCloseTo(pair.difference(), within(RELATIVE * greatest + NOISE));
      }
    }

    /** The variables that some task has a real gradient in: comparing zeros proves nothing. */
    private Set<String> moved() {
      return pairs.entrySet().stream()
          .filter(
              entry ->
                  entry.getValue().values().stream()
                      .flatMap(List::stream)
                      .anyMatch(pair -> Math.abs(pair.gradient()) > REAL))
          .map(entry -> entry.getKey().name())
          .collect(Collectors.toSet());
    }

    /**
     * All but biases that a batch normalisation takes off again, and those of the keys, which the
     * softmax over the keys takes off.
     */
    private static Set<String> expectedToMove(ModelProbe probe) {
      Set<String> normalised =
          probe.info().states().stream()
              .map(state -> state.path().replaceFirst("@[^.]*", ""))
              .map(path -> path.substring(0, path.lastIndexOf('.')) + ".bias")
              .collect(Collectors.toSet());
      return probe.variables().stream()
          .map(VariableSpec::name)
          .filter(name -> !normalised.contains(name) && !name.endsWith(".keyBias"))
          .collect(Collectors.toSet());
    }
  }

  /** Central differences of all tasks' losses, extrapolated from two steps. */
  private static final class Differences {
    private static final float STEP = 0.03f;
    private static final int HALVINGS = 3;

    private Differences() {}

    /** NaN for a task whose loss has a kink near there: steps of two lengths don't agree. */
    static double[] of(ModelProbe probe, VariableSpec variable, float[] values, int i) {
      double[] found = new double[probe.taskCount()];
      Arrays.fill(found, Double.NaN);
      float step = STEP;
      double[] whole = central(probe, variable, values, i, step);
      for (int halving = 0; halving < HALVINGS && anyNaN(found); halving++) {
        double[] half = central(probe, variable, values, i, step / 2);
        for (int task = 0; task < found.length; task++) {
          double change = Math.abs(whole[task] - half[task]);
          boolean smooth = change < 5e-4 * Math.abs(half[task]) + 3e-5;
          if (Double.isNaN(found[task]) && smooth) {
            found[task] = (4 * half[task] - whole[task]) / 3;
          }
        }
        whole = half;
        step /= 2;
      }
      return found;
    }

    private static boolean anyNaN(double[] values) {
      return Arrays.stream(values).anyMatch(Double::isNaN);
    }

    private static double[] central(
        ModelProbe probe, VariableSpec variable, float[] values, int i, float step) {
      float[] above = values.clone();
      float[] below = values.clone();
      above[i] += step;
      below[i] -= step;
      probe.assign(variable, above);
      double[] high = probe.losses();
      probe.assign(variable, below);
      double[] low = probe.losses();
      double width = (double) above[i] - below[i];
      double[] slopes = new double[high.length];
      Arrays.setAll(slopes, task -> (high[task] - low[task]) / width);
      return slopes;
    }
  }
}
