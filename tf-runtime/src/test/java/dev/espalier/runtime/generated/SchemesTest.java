package dev.espalier.runtime.generated;

import static dev.espalier.runtime.generated.PlainLayers.add;
import static dev.espalier.runtime.generated.PlainLayers.concat;
import static dev.espalier.runtime.generated.PlainLayers.each;
import static dev.espalier.runtime.generated.PlainLayers.multiply;
import static dev.espalier.runtime.generated.PlainLayers.relu;
import static dev.espalier.runtime.generated.PlainLayers.sigmoid;
import static dev.espalier.runtime.generated.PlainLayers.softmax;
import static dev.espalier.runtime.generated.PlainLayers.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sharing scheme: what it predicts, against the same in plain Java; how it starts, learns.
 */
class SchemesTest {
  private static final List<SharingTasks> ROWS = SharingTasks.rows();
  private static final List<String> TASKS = List.of("value", "yes", "next");
  private static final Offset<Float> CLOSE = within(2e-5f);

  @TempDir Path folder;

  /** What of the trunk each task sees of a row. */
  @FunctionalInterface
  interface Seen {
    Map<String, View> of(PlainLayers w, double[] in, double[] kind);
  }

  /** The layers of the trunk that the heads take. */
  record View(double[] wide, double[] out) {}

  /** A model with one of the schemes. */
  record Scheme(
      String name,
      GeneratedModel<?, ?, ?> model,
      Supplier<
              ? extends
                  TrainerBuilder<
                      SharingTasksTask,
                      ? extends
                          Trainer<
                              SharingTasks,
                              SharingTasksInput,
                              SharingTasksPrediction,
                              SharingTasksTask>>>
          builder,
      Seen seen) {
    @Override
    public String toString() {
      return name;
    }

    Trainer<SharingTasks, SharingTasksInput, SharingTasksPrediction, SharingTasksTask> trainer(
        long seed) {
      return builder.get().epochs(3).batchSize(5).learningRate(0.02).seed(seed).build();
    }
  }

  static List<Scheme> schemes() {
    return List.of(
        new Scheme(
            "experts",
            new SharingTasksGraph(),
            SharingTasksTrainer::builder,
            (w, in, kind) -> level(w, "", 0, 3, same(in), kind)),
        new Scheme(
            "level",
            new SharingTasksLevelGraph(),
            SharingTasksLevelTrainer::builder,
            (w, in, kind) -> level(w, "", 1, 2, same(in), kind)),
        new Scheme(
            "levels",
            new SharingTasksLevelsGraph(),
            SharingTasksLevelsTrainer::builder,
            SchemesTest::levels),
        new Scheme(
            "stitched",
            new SharingTasksStitchedGraph(),
            SharingTasksStitchedTrainer::builder,
            SchemesTest::stitched),
        new Scheme(
            "attended",
            new SharingTasksAttendedGraph(),
            SharingTasksAttendedTrainer::builder,
            SchemesTest::attended),
        new Scheme(
            "together",
            new SharingTasksTogetherGraph(),
            SharingTasksTogetherTrainer::builder,
            (w, in, kind) -> of(task -> trunk(w, "trunk", in, kind))));
  }

  // ---- The schemes in plain Java ----------------------------------------------------------------

  private static <V> Map<String, V> of(Function<String, V> value) {
    Map<String, V> all = new HashMap<>();
    TASKS.forEach(task -> all.put(task, value.apply(task)));
    return all;
  }

  private static Map<String, double[]> same(double[] in) {
    Map<String, double[]> all = of(task -> in);
    all.put("", in);
    return all;
  }

  private static double[] wide(PlainLayers w, String path, double[] in) {
    return tanh(w.batchNorm(path + ".wide", w.dense(path + ".wide", in)));
  }

  private static View trunk(PlainLayers w, String path, double[] in, double[] kind) {
    double[] wide = wide(w, path, in);
    return new View(wide, tanh(w.dense(path + ".out", concat(wide, kind))));
  }

  private static double[] mixed(double[] gate, List<double[]> experts) {
    double[] sum = new double[experts.get(0).length];
    for (int e = 0; e < gate.length; e++) {
      double weight = gate[e];
      sum = add(sum, each(experts.get(e), x -> weight * x));
    }
    return sum;
  }

  /** The first level: for each task, and for the empty name what the shared gate sees. */
  private static Map<String, View> level(
      PlainLayers w, String suffix, int own, int shared, Map<String, double[]> in, double[] kind) {
    Map<String, View> views = new HashMap<>();
    for (String task : concatenated(TASKS, "")) {
      List<View> experts = new ArrayList<>();
      for (String owner : task.isEmpty() ? TASKS : List.of(task)) {
        for (int i = 1; i <= own; i++) {
          String path = "trunk-" + owner + suffix + "-expert-" + i;
          experts.add(trunk(w, path, in.get(owner), kind));
        }
      }
      for (int i = 1; i <= shared; i++) {
        experts.add(trunk(w, "trunk" + suffix + "-expert-" + i, in.get(""), kind));
      }
      String gate = gate(task, suffix);
      if (w.weights().containsKey(gate + ".kernel")) {
        double[] weights = softmax(w.dense(gate, in.get(task)));
        views.put(
            task,
            new View(
                mixed(weights, experts.stream().map(View::wide).toList()),
                mixed(weights, experts.stream().map(View::out).toList())));
      }
    }
    return views;
  }

  private static List<String> concatenated(List<String> names, String last) {
    List<String> all = new ArrayList<>(names);
    all.add(last);
    return all;
  }

  private static String gate(String task, String suffix) {
    return "gates" + (task.isEmpty() ? "" : "." + task) + suffix.replace('-', '.');
  }

  private static Map<String, View> levels(PlainLayers w, double[] in, double[] kind) {
    Map<String, View> first = level(w, "-level1", 2, 1, same(in), kind);
    return of(
        task -> {
          List<double[]> experts = new ArrayList<>();
          for (String path :
              List.of(
                  "trunk-" + task + "-level2-expert-1",
                  "trunk-" + task + "-level2-expert-2",
                  "trunk-level2-expert-1")) {
            boolean shared = path.startsWith("trunk-level2");
            double[] flowing = first.get(shared ? "" : task).out();
            double[] narrow = sigmoid(w.dense(path + ".narrow", flowing));
            experts.add(tanh(w.dense(path + ".out", narrow)));
          }
          double[] gate = softmax(w.dense("gates." + task + ".level2", first.get(task).out()));
          return new View(first.get(task).wide(), mixed(gate, experts));
        });
  }

  private static Map<String, View> stitched(PlainLayers w, double[] in, double[] kind) {
    Map<String, double[]> wide = stitch(w, "wide", of(task -> wide(w, "trunk-" + task, in)));
    Map<String, double[]> out =
        stitch(
            w,
            "out",
            of(task -> tanh(w.dense("trunk-" + task + ".out", concat(wide.get(task), kind)))));
    return of(task -> new View(wide.get(task), out.get(task)));
  }

  private static Map<String, double[]> stitch(
      PlainLayers w, String layer, Map<String, double[]> columns) {
    return of(
        task -> {
          String path = "stitches." + task + "." + layer;
          double own = w.weights().get(path + ".own")[0];
          double[] sum = each(columns.get(task), x -> own * x);
          int next = 0;
          for (String other : TASKS) {
            if (!other.equals(task)) {
              double weight = w.weights().get(path + ".others")[next++];
              sum = add(sum, each(columns.get(other), x -> weight * x));
            }
          }
          return sum;
        });
  }

  private static Map<String, View> attended(PlainLayers w, double[] in, double[] kind) {
    View trunk = trunk(w, "trunk", in, kind);
    return of(
        task -> {
          double[] wide = multiply(trunk.wide(), mask(w, task + ".wide", trunk.wide()));
          double[] mask = mask(w, task + ".out", concat(trunk.out(), wide));
          return new View(wide, multiply(trunk.out(), mask));
        });
  }

  private static double[] mask(PlainLayers w, String path, double[] x) {
    double[] inner = relu(w.dense("attention." + path + ".inner", x));
    return sigmoid(w.dense("attention." + path + ".outer", inner));
  }

  // ---- What they predict ------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("schemes")
  void predictsWhatItsFormulaSays(Scheme scheme) {
    try (Trainer<SharingTasks, SharingTasksInput, SharingTasksPrediction, SharingTasksTask>
        trainer = scheme.trainer(3)) {
      trainer.fit(SharingTasksData.of(ROWS));
      PlainLayers w = new PlainLayers(SavedWeights.of(trainer));
      List<SharingTasksPrediction> found = trainer.predict(ROWS);
      for (int i = 0; i < ROWS.size(); i++) {
        SharingTasks row = ROWS.get(i);
        double[] kind = w.row("tables.kind", row.kind().ordinal() + 1, 2);
        Map<String, View> seen = scheme.seen().of(w, concat(x(row), kind), kind);
        View ofValue = seen.get("value");
        double[] hidden =
            tanh(w.dense("tasks.value.hidden", concat(ofValue.out(), ofValue.wide())));
        double value = w.dense("tasks.value.logits", hidden)[0];
        assertThat(found.get(i).value())
            .isCloseTo((float) PlainStatistics.of(ROWS, SharingTasks::value).inUnit(value), CLOSE);
        double[] yes = relu(w.dense("tasks.yes.hidden", seen.get("yes").out()));
        assertThat(found.get(i).yes())
            .isCloseTo((float) sigmoid(w.dense("tasks.yes.logits", yes))[0], CLOSE);
        double[] next = softmax(w.dense("tasks.next.logits", seen.get("next").out()));
        for (int k = 0; k < next.length; k++) {
          assertThat(found.get(i).next().probabilities()[k]).isCloseTo((float) next[k], CLOSE);
        }
      }
    }
  }

  private static double[] x(SharingTasks row) {
    return IntStream.range(0, 3)
        .mapToDouble(i -> PlainStatistics.of(ROWS, each -> each.x()[i]).standard(row.x()[i]))
        .toArray();
  }

  // ---- How they learn ---------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("schemes")
  void equalSeedsGiveEqualBitsAndOthersOthers(Scheme scheme) {
    Map<String, float[]> first = learnt(scheme, 1);
    Map<String, float[]> again = learnt(scheme, 1);
    Map<String, float[]> other = learnt(scheme, 2);
    assertThat(again.keySet()).isEqualTo(first.keySet());
    first.forEach(
        (path, values) -> {
          assertThat(again.get(path)).as(path).containsExactly(values);
          assertThat(other.get(path)).as(path).isNotEqualTo(values);
        });
  }

  private static Map<String, float[]> learnt(Scheme scheme, long seed) {
    try (Trainer<SharingTasks, SharingTasksInput, SharingTasksPrediction, SharingTasksTask>
        trainer = scheme.trainer(seed)) {
      trainer.fit(SharingTasksData.of(ROWS));
      return SavedWeights.of(trainer);
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void savesAndLoads(Scheme scheme) {
    Path file = folder.resolve(scheme.name() + ".espalier");
    try (Trainer<SharingTasks, SharingTasksInput, SharingTasksPrediction, SharingTasksTask>
            trainer = scheme.trainer(1);
        Trainer<SharingTasks, SharingTasksInput, SharingTasksPrediction, SharingTasksTask> loaded =
            scheme.trainer(9)) {
      trainer.fit(SharingTasksData.of(ROWS));
      trainer.save(file);
      loaded.load(file);
      assertThat(loaded.predict(ROWS)).isEqualTo(trainer.predict(ROWS));
      try (SharingTasksPredictor predictor = SharingTasksPredictor.load(file)) {
        assertThat(predictor.predict(ROWS)).isEqualTo(trainer.predict(ROWS));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void learns(Scheme scheme) {
    try (Trainer<SharingTasks, SharingTasksInput, SharingTasksPrediction, SharingTasksTask>
        trainer =
            scheme.builder().get().epochs(80).batchSize(20).learningRate(0.02).seed(5).build()) {
      List<SharingTasks> rows = SharingTasks.rows(60, 3);
      var history = trainer.fit(SharingTasksData.of(rows));
      for (SharingTasksTask task : SharingTasksTask.values()) {
        double first = history.epochs().get(0).loss(task);
        double last = history.epochs().get(history.epochs().size() - 1).loss(task);
        assertThat(last).as("%s", task).isLessThan(0.6 * first);
      }
    }
  }

  // ---- What is shared ---------------------------------------------------------------------------

  /** Experts that start equal stay equal. */
  @ParameterizedTest
  @MethodSource("schemes")
  void copiesOfTheTrunkStartDifferently(Scheme scheme) {
    Map<String, float[]> start;
    try (Trainer<SharingTasks, SharingTasksInput, SharingTasksPrediction, SharingTasksTask>
        trainer = scheme.builder().get().epochs(1).batchSize(5).learningRate(1e-9).build()) {
      trainer.fit(SharingTasksData.of(ROWS));
      start = SavedWeights.of(trainer);
    }
    List<String> kernels =
        start.keySet().stream()
            .filter(path -> path.startsWith("trunk") && path.endsWith(".kernel"))
            .toList();
    for (String one : kernels) {
      for (String other : kernels) {
        if (!one.equals(other) && start.get(one).length == start.get(other).length) {
          assertThat(distance(start.get(one), start.get(other))).as(one + other).isPositive();
        }
      }
    }
  }

  private static double distance(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).sum();
  }

  @Test
  void everyTaskReachesTheExpertsAndNoneTheGateOfAnother() {
    for (Parameter p : new SharingTasksGraph().info().parameters()) {
      boolean shared = p.path().startsWith("trunk-expert") || p.path().startsWith("tables");
      assertThat(p.tasks()).as(p.path()).hasSize(shared ? 3 : 1);
    }
  }

  @Test
  void aTaskReachesTheExpertsOfAnotherBelowTheLastLevelAlone() {
    for (Parameter p : new SharingTasksLevelsGraph().info().parameters()) {
      boolean own = p.path().matches("trunk-[a-z]+-level2.*|gates\\.[a-z]+\\.level.*|tasks.*");
      assertThat(p.tasks()).as(p.path()).hasSize(own ? 1 : 3);
    }
    for (Parameter p : new SharingTasksLevelGraph().info().parameters()) {
      boolean shared = p.path().startsWith("trunk-expert") || p.path().startsWith("tables");
      assertThat(p.tasks()).as(p.path()).hasSize(shared ? 3 : 1);
    }
  }

  @Test
  void stitchesOfTheLastLayerAreOfOneTaskAndAllBeforeShared() {
    for (Parameter p : new SharingTasksStitchedGraph().info().parameters()) {
      boolean own = p.path().matches("stitches\\.[a-z]+\\.out.*|tasks.*");
      assertThat(p.tasks()).as(p.path()).hasSize(own ? 1 : 3);
    }
  }

  @Test
  void attentionIsOfOneTask() {
    for (Parameter p : new SharingTasksAttendedGraph().info().parameters()) {
      boolean shared = p.path().startsWith("trunk") || p.path().startsWith("tables");
      assertThat(p.tasks()).as(p.path()).hasSize(shared ? 3 : 1);
    }
  }

  /** Every copy of a layer has its address, and what schemes learn has addresses of its own. */
  @Test
  void addresses() {
    assertThat(addresses(new SharingTasksGraph()))
        .containsExactlyInAnyOrder(
            "tables.kind", "trunk.wide", "trunk.out", "gates.value", "gates.yes", "gates.next");
    assertThat(addresses(new SharingTasksLevelsGraph()))
        .contains("trunk.wide", "trunk.narrow", "trunk.level1.out", "trunk.level2.out")
        .contains("gates.value.level1", "gates.value.level2", "gates.level1")
        .doesNotContain("trunk.out", "gates.level2");
  }

  private static List<String> addresses(GeneratedModel<?, ?, ?> model) {
    return model.info().parameters().stream()
        .map(Parameter::address)
        .filter(address -> !address.startsWith("tasks"))
        .map(
            address -> address.startsWith("tables") ? address : address.replaceAll("\\.[^.]*$", ""))
        .distinct()
        .toList();
  }

  /** Frozen by the address of the trunk's layer, every copy of it stands still. */
  @Test
  void addressesFreezeEveryCopy() {
    try (Trainer<SharingTasks, SharingTasksInput, SharingTasksPrediction, SharingTasksTask>
            trainer = SharingTasksTrainer.builder().epochs(1).batchSize(5).build();
        Trainer<SharingTasks, SharingTasksInput, SharingTasksPrediction, SharingTasksTask> longer =
            SharingTasksTrainer.builder()
                .epochs(4)
                .batchSize(5)
                .frozen("trunk.wide", "gates.yes")
                .build()) {
      trainer.fit(SharingTasksData.of(ROWS));
      longer.fit(SharingTasksData.of(ROWS));
      Map<String, float[]> first = SavedWeights.of(trainer);
      Map<String, float[]> last = SavedWeights.of(longer);
      assertThat(last.get("gates.yes.bias")).containsOnly(0);
      assertThat(first.get("gates.yes.bias")).isNotEqualTo(last.get("gates.yes.bias"));
      for (int expert = 1; expert <= 3; expert++) {
        String path = "trunk-expert-" + expert;
        assertThat(last.get(path + ".wide.bias")).containsOnly(0);
        assertThat(Arrays.equals(last.get(path + ".out.bias"), new float[3])).isFalse();
      }
    }
  }
}
