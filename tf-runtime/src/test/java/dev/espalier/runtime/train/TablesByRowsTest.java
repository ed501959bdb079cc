package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.ModelInfo.Learning;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.Precision;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.step.BalanceTotals;
import dev.espalier.runtime.step.LossSums;
import dev.espalier.runtime.step.LossTotals;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.step.SessionOptions;
import dev.espalier.runtime.step.StepInputs;
import dev.espalier.runtime.step.Stepping;
import dev.espalier.runtime.step.SteppingOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Tables of which steps update only the rows that are looked up: two of them stacked in one
 * variable, one of these looked up by two features, and one looked up by bags; labels are missing.
 */
class TablesByRowsTest {
  private static final int BATCH = 4;
  private static final int STEPS = 8;
  private static final List<Garden> ROWS = Garden.grow(BATCH * STEPS, 3);
  private static final double RATE = 0.05;

  /** Tables are large beside a batch of no row. */
  private static final SessionOptions BY_ROWS =
      new SessionOptions(1, 0, false, Optional.empty(), Precision.FLOAT32, Clipping.none());

  private static final SessionOptions WHOLE = SessionOptions.threads(1);

  /** Some steps, with what they keep at hand. */
  private static final class Steps implements AutoCloseable {
    final ModelSession session;
    final EncodedRows rows;
    private final Stepping stepping;

    Steps(
        UnaryOperator<Parameter> parameters,
        Optimizer optimizer,
        Balancing balancing,
        SessionOptions options) {
      GeneratedModel<Garden, ?, ?> model = new GardenModel(false, parameters);
      RawColumns raw = RawColumns.read(Dataset.of(ROWS), model.codec(), model.info().needs());
      Preprocessing preprocessing = Preprocessing.fit(model.codec().info(), raw);
      rows = preprocessing.encode(raw);
      session = new ModelSession(model, model.info(), optimizer, preprocessing, options);
      try {
        session.assign(session.plan().initialValues(model.info(), 1));
        stepping =
            Stepping.of(
                session,
                new SteppingOptions(balancing, new double[] {1, 1, 1, 1}, 0, 1, 5),
                new BalanceTotals(4));
        session.resetOptimizer();
      } catch (RuntimeException e) {
        session.close();
        throw e;
      }
    }

    Batch batch(int step) {
      return Batches.inOrder(rows, BATCH).fill(step - 1);
    }

    void take(int step) {
      try (Batch batch = batch(step)) {
        StepInputs inputs =
            stepping.weighed(
                new StepInputs(5, step, new double[] {1, 1, 1, 1}, RATE), batch.tasks());
        stepping.step(1, batch.tasks(), batch, inputs, new LossTotals(4));
        session.training().rates().stepped(batch.tasks());
      }
    }

    Map<String, float[]> after(int steps) {
      for (int step = 1; step <= steps; step++) {
        take(step);
      }
      return session.values();
    }

    /** The gradient of the sum of the tasks' mean losses: all rows, by variable. */
    Map<VariableSpec, float[]> gradients(Batch batch) {
      Ops tf = Ops.create((Graph) session.training().losses().of(0).mean().asOutput().op().env());
      List<Operand<TFloat32>> losses = new ArrayList<>();
      List<Operand<TFloat32>> shares = new ArrayList<>();
      for (int task = 0; task < 4; task++) {
        LossSums.OfTask loss = session.training().losses().of(task);
        losses.add(loss.losses());
        shares.add(loss.shares());
      }
      List<VariableSpec> variables = session.training().learnable();
      List<Operand<TFloat32>> wanted =
          session.training().network().gradients(tf, losses, shares, variables);
      Map<VariableSpec, float[]> found = new LinkedHashMap<>();
      try (SessionRun run = session.forward(batch, new StepInputs(5, 1, new double[4], 0))) {
        wanted.forEach(run::fetch);
        try (Result result = run.run()) {
          for (int i = 0; i < variables.size(); i++) {
            float[] values = new float[variables.get(i).size()];
            ((TFloat32) result.get(i)).copyTo(DataBuffers.of(values));
            found.put(variables.get(i), values);
          }
        }
      }
      return found;
    }

    /** The whole variable's numbers. */
    float[] values(VariableSpec variable) {
      Map<String, float[]> all = session.values();
      float[] whole = new float[variable.size()];
      int at = 0;
      for (VariableSpec.Member member : variable.members()) {
        System.arraycopy(all.get(member.path()), 0, whole, at, member.size());
        at += member.size();
      }
      return whole;
    }

    @Override
    public void close() {
      session.close();
    }
  }

  /** The rows of a variable that a batch looks up. */
  private static Set<Integer> touched(VariableSpec variable, Batch batch) {
    Set<Integer> rows = new TreeSet<>();
    if (variable.name().equals("tables.visitors")) {
      batch.bagValues(0).scalars().forEach(value -> rows.add(value.getInt()));
      return rows;
    }
    for (int i = 0; i < batch.size(); i++) {
      // Soil, then colour and neighbour, whose table stands below that of soil.
      rows.add(batch.categories().getInt(i, 0));
      rows.add(4 + batch.categories().getInt(i, 1));
      rows.add(4 + batch.categories().getInt(i, 2));
    }
    return rows;
  }

  /** A table that is large enough to have rows which no step touches. */
  private static VariableSpec stacked(Steps steps) {
    return steps.session.plan().parameters().stream()
        .filter(variable -> variable.members().size() == 2)
        .findFirst()
        .orElseThrow();
  }

  private static UnaryOperator<Parameter> tables(UnaryOperator<Parameter> change) {
    return p -> p.table().isPresent() ? change.apply(p) : p;
  }

  static Stream<UnaryOperator<Parameter>> learning() {
    return Stream.of(
        p -> p,
        tables(p -> p.regularized(0.01, 0.1)),
        tables(p -> p.scaledBy(0.25)),
        p -> p.path().equals("tables.visitors") ? p.asFrozen() : p);
  }

  @ParameterizedTest
  @MethodSource("learning")
  void lazyAdamIsAdamOfTheRowsThatAreLookedUp(UnaryOperator<Parameter> parameters) {
    try (Steps steps =
        new Steps(parameters, Optimizer.lazyAdam(RATE), Balancing.fixedWeights(), WHOLE)) {
      assertThat(stacked(steps).byRows()).isTrue();
      boolean someStayed = false;
      for (int step = 1; step <= STEPS; step++) {
        try (Batch batch = steps.batch(step)) {
          Map<VariableSpec, float[]> gradients = steps.gradients(batch);
          Map<String, float[]> slots = steps.session.trainingState().arrays();
          Map<VariableSpec, float[]> before = new LinkedHashMap<>();
          gradients.keySet().forEach(v -> before.put(v, steps.values(v)));
          steps.take(step);
          Map<String, float[]> kept = steps.session.trainingState().arrays();
          for (VariableSpec v : gradients.keySet()) {
            if (v.parameter().orElseThrow().tasks().length < 4) {
              // A head is not updated where its labels are missing.
              continue;
            }
            Row row = new Row(v, before.get(v), slots, gradients.get(v));
            float[] after = steps.values(v);
            Set<Integer> touched = v.byRows() ? touched(v, batch) : Set.of();
            int width = v.byRows() ? v.shape().get(1) : 1;
            for (int i = 0; i < after.length; i++) {
              boolean moves = !v.byRows() || touched.contains(i / width);
              someStayed |= !moves;
              row.check(i, moves, step, after[i], kept);
            }
          }
        }
      }
      assertThat(someStayed).isTrue();
    }
  }

  /** One variable before a step, and what Adam makes of each of its numbers in double precision. */
  private record Row(
      VariableSpec variable, float[] before, Map<String, float[]> slots, float[] gradient) {

    /** Both moments of a table's row stand side by side. */
    private float moment(String name, int i, Map<String, float[]> all) {
      if (!variable.byRows()) {
        return all.get("slots/" + name + "/" + variable.name())[i];
      }
      int width = variable.shape().get(1);
      int column = i % width + (name.equals("m") ? 0 : width);
      return all.get("slots/moments/" + variable.name())[i / width * 2 * width + column];
    }

    void check(int i, boolean moves, int step, float after, Map<String, float[]> kept) {
      float m = moment("m", i, slots);
      float v = moment("v", i, slots);
      float newM = moment("m", i, kept);
      float newV = moment("v", i, kept);
      String name = variable.name() + "[" + i + "] in step " + step;
      if (!moves) {
        assertThat(new float[] {after, newM, newV})
            .as(name)
            .containsExactly(new float[] {before[i], m, v});
        return;
      }
      Learning learning = variable.parameter().orElseThrow().learning();
      double g = gradient[i] + learning.l2() * before[i] + learning.l1() * Math.signum(before[i]);
      double mean = 0.9 * m + 0.1 * g;
      double square = 0.999 * v + 0.001 * g * g;
      double rate =
          learning.rateScale()
              * RATE
              * Math.sqrt(1 - Math.pow(0.999, step))
              / (1 - Math.pow(0.9, step));
      assertThat((double) newM).as(name).isCloseTo(mean, within(2e-7));
      assertThat((double) newV).as(name).isCloseTo(square, within(2e-7));
      assertThat((double) after)
          .as(name)
          .isCloseTo(before[i] - rate * mean / (Math.sqrt(square) + 1e-7), within(2e-5));
    }
  }

  static Stream<List<Object>> equalForms() {
    List<Balancing> methods =
        List.of(
            Balancing.fixedWeights(),
            Balancing.pcGrad(),
            Balancing.mgda(),
            Balancing.representationMgda(),
            Balancing.geometricLoss());
    return methods.stream()
        .flatMap(
            method ->
                Stream.of(
                    List.<Object>of(method, Optimizer.sgd(RATE)),
                    List.<Object>of(method, Optimizer.adagrad(RATE))));
  }

  /** A row without a gradient is left alone by these optimizers anyway. */
  @ParameterizedTest
  @MethodSource("equalForms")
  void rowsAloneGiveWhatWholeTablesGive(List<Object> form) {
    Balancing method = (Balancing) form.get(0);
    Optimizer optimizer = (Optimizer) form.get(1);
    try (Steps byRows = new Steps(p -> p, optimizer, method, BY_ROWS);
        Steps whole = new Steps(p -> p, optimizer, method, WHOLE)) {
      assertThat(stacked(byRows).byRows()).isTrue();
      assertThat(stacked(whole).byRows()).isFalse();
      Map<String, float[]> expected = whole.after(STEPS);
      Map<String, float[]> found = byRows.after(STEPS);
      assertThat(found).hasSameSizeAs(expected);
      expected.forEach(
          (path, values) ->
              assertThat(found.get(path)).as(path).containsExactly(values, within(2e-5f)));
    }
  }

  static Stream<Balancing> methods() {
    return Stream.of(
        Balancing.fixedWeights(),
        Balancing.caGrad(),
        Balancing.gradDrop(),
        Balancing.representationMgda());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void rowsThatAreNotLookedUpStayAndEqualSeedsGiveEqualBits(Balancing method) {
    try (Steps steps = new Steps(p -> p, Optimizer.lazyAdam(RATE), method, WHOLE);
        Steps again = new Steps(p -> p, Optimizer.lazyAdam(RATE), method, WHOLE)) {
      VariableSpec table = stacked(steps);
      for (int step = 1; step <= STEPS; step++) {
        float[] before = steps.values(table);
        steps.take(step);
        float[] after = steps.values(table);
        try (Batch batch = steps.batch(step)) {
          Set<Integer> touched = touched(table, batch);
          for (int i = 0; i < after.length; i++) {
            if (!touched.contains(i / 3)) {
              assertThat(after[i]).as("row %d", i / 3).isEqualTo(before[i]);
            }
          }
        }
      }
      Map<String, float[]> same = again.after(STEPS);
      steps
          .session
          .values()
          .forEach((path, values) -> assertThat(same.get(path)).as(path).isEqualTo(values));
    }
  }

  @Test
  void onlyWhatGivesTheSameIsDoneByRowsUnasked() {
    for (Optimizer whole :
        List.of(
            Optimizer.adam(RATE),
            Optimizer.adamW(RATE, 0.1),
            Optimizer.sgd(RATE, 0.9, false),
            Optimizer.rmsProp(RATE))) {
      try (Steps steps = new Steps(p -> p, whole, Balancing.fixedWeights(), BY_ROWS)) {
        assertThat(stacked(steps).byRows()).as(whole.name()).isFalse();
      }
    }
    // A penalty holds for all rows.
    try (Steps steps =
        new Steps(
            tables(p -> p.regularized(0, 0.1)),
            Optimizer.sgd(RATE),
            Balancing.fixedWeights(),
            BY_ROWS)) {
      assertThat(stacked(steps).byRows()).isFalse();
    }
    // Few rows for each that a batch looks up.
    try (Steps steps =
        new Steps(
            p -> p,
            Optimizer.sgd(RATE),
            Balancing.fixedWeights(),
            new SessionOptions(
                1, 1, false, Optional.empty(), Precision.FLOAT32, Clipping.none()))) {
      assertThat(stacked(steps).byRows()).isFalse();
    }
  }

  @Test
  void averagesOfGradientsNeedAllRows() {
    assertThatThrownBy(
            () -> new Steps(p -> p, Optimizer.lazyAdam(RATE), Balancing.moCo(), WHOLE).close())
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("lazyadam updates only the rows of `tables.soil`")
        .hasMessageContaining("Optimizer.adam(1e-3)");
    SessionOptions averaging =
        new SessionOptions(1, 0, true, Optional.empty(), Precision.FLOAT32, Clipping.none());
    try (Steps steps = new Steps(p -> p, Optimizer.sgd(RATE), Balancing.moCo(), averaging)) {
      assertThat(stacked(steps).byRows()).isFalse();
      steps.take(1);
    }
  }
}
