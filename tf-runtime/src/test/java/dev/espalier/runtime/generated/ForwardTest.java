package dev.espalier.runtime.generated;

import static dev.espalier.runtime.generated.PlainLayers.add;
import static dev.espalier.runtime.generated.PlainLayers.concat;
import static dev.espalier.runtime.generated.PlainLayers.gelu;
import static dev.espalier.runtime.generated.PlainLayers.multiply;
import static dev.espalier.runtime.generated.PlainLayers.relu;
import static dev.espalier.runtime.generated.PlainLayers.sigmoid;
import static dev.espalier.runtime.generated.PlainLayers.softmax;
import static dev.espalier.runtime.generated.PlainLayers.softplus;
import static dev.espalier.runtime.generated.PlainLayers.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.serve.ClassPrediction;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What whole generated models predict, against the same written in plain Java. */
class ForwardTest {
  private static final Offset<Float> CLOSE = within(2e-5f);

  @Test
  void layersAndTowers() {
    List<LayerTasks> rows = LayerTasks.rows();
    try (LayerTasksTrainer trainer =
        LayerTasksTrainer.builder().epochs(6).batchSize(4).learningRate(0.05).seed(3).build()) {
      trainer.fit(LayerTasksData.of(rows));
      PlainLayerTasks plain = new PlainLayerTasks(rows, new PlainLayers(SavedWeights.of(trainer)));
      List<LayerTasksPrediction> found = trainer.predict(rows);
      for (int i = 0; i < rows.size(); i++) {
        PlainLayerTasks.Predicted expected = plain.predict(rows.get(i));
        assertThat(found.get(i).skips()).isCloseTo((float) expected.skips(), CLOSE);
        assertThat(found.get(i).old()).isCloseTo((float) expected.old(), CLOSE);
        assertClose(found.get(i).told().probabilities(), expected.told());
        assertThat(found.get(i).chained()).isCloseTo((float) expected.chained(), CLOSE);
        assertThat(found.get(i).plain()).isCloseTo((float) expected.plain(), CLOSE);
      }
    }
  }

  private static void assertClose(float[] found, double[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo((float) expected[i], CLOSE);
    }
  }

  /** The model as its annotations read. */
  private record PlainLayerTasks(List<LayerTasks> rows, PlainLayers w) {

    record Predicted(double skips, double old, double[] told, double chained, double plain) {}

    Predicted predict(LayerTasks row) {
      double[] age = {PlainStatistics.of(rows, LayerTasks::age).standard(row.age())};
      double[] kind = w.row("tables.kind", row.kind().ordinal() + 1, 2);
      double[] in = concat(x(row), age, kind);

      double[] wide = tanh(w.batchNorm("trunk.wide", w.dense("trunk.wide", in)));
      double[] second = gelu(w.layerNorm("trunk.second", w.withoutBias("trunk.second", wide)));
      double[] equal = add(wide, second);
      for (int i = 0; i < 2; i++) {
        equal = tanh(add(branch("trunk.equal." + i, equal), equal));
      }
      String skip = "trunk.narrow.skip";
      double[] shortcut = w.batchNorm(skip, w.withoutBias(skip, equal));
      double[] narrow = tanh(add(branch("trunk.narrow", equal), shortcut));
      double[] out = concat(w.batchNorm("trunk.normed", narrow), age);

      double[] gate = sigmoid(w.dense("tasks.skips.gate", out));
      double[] skips = w.dense("tasks.skips.logits", multiply(multiply(gate, wide), second));
      double[] oldHidden = tanh(w.dense("tasks.old.hidden", concat(age, kind)));
      double[] old = sigmoid(w.dense("tasks.old.logits", oldHidden));
      double[] toldHidden = tanh(w.dense("tasks.told.hidden", concat(out, old, oldHidden, skips)));
      double[] told = softmax(w.dense("tasks.told.logits", toldHidden));
      String norm = "tasks.chained.norm";
      double[] normed = w.layerNorm(norm, w.dense(norm, concat(in, told)));
      double[] chained =
          w.dense("tasks.chained.logits", tanh(w.dense("tasks.chained.hidden", normed)));
      double[] plain = w.dense("tasks.plain.logits", relu(w.dense("tasks.plain.hidden", out)));
      return new Predicted(
          PlainStatistics.of(rows, LayerTasks::skips).inUnit(skips[0]),
          old[0],
          told,
          PlainStatistics.of(rows, LayerTasks::chained).inUnit(chained[0]),
          PlainStatistics.of(rows, LayerTasks::plain).inUnit(plain[0]));
    }

    private double[] x(LayerTasks row) {
      double[] x = new double[3];
      for (int i = 0; i < 3; i++) {
        int element = i;
        x[i] = PlainStatistics.of(rows, each -> each.x()[element]).standard(row.x()[i]);
      }
      return x;
    }

    private double[] branch(String path, double[] in) {
      double[] first = softplus(w.dense(path + ".first", in));
      double[] wider = tanh(w.dense(path + ".wider", first));
      return w.dense(path + ".second", wider);
    }
  }

  @Test
  void headsOfEveryKind() {
    List<LossTasks> rows = LossTasks.rows();
    try (LossTasksTrainer trainer =
        LossTasksTrainer.builder().epochs(3).batchSize(4).learningRate(0.05).build()) {
      trainer.fit(LossTasksData.of(rows));
      PlainLayers w = new PlainLayers(SavedWeights.of(trainer));
      for (LossTasks row : rows) {
        double[] x = new double[4];
        for (int i = 0; i < 4; i++) {
          int element = i;
          x[i] = PlainStatistics.of(rows, each -> each.x()[element]).standard(row.x()[i]);
        }
        double[] out = tanh(w.dense("trunk.out", x));
        LossTasksPrediction found = trainer.predict(row);
        assertThat(found.yes())
            .isCloseTo((float) sigmoid(w.dense("tasks.yes.logits", out))[0], CLOSE);
        assertClose(found.grade().probabilities(), softmax(w.dense("tasks.grade.logits", out)));
        assertClose(
            found.focalCount().probabilities(), softmax(w.dense("tasks.focalCount.logits", out)));
        assertClose(found.flags(), sigmoid(w.dense("tasks.flags.logits", out)));
        assertClose(found.grades().probabilities(), sigmoid(w.dense("tasks.grades.logits", out)));
        PlainStatistics value =
            PlainStatistics.of(rows, each -> each.value() == null ? Double.NaN : each.value());
        assertThat(found.value())
            .isCloseTo((float) value.inUnit(w.dense("tasks.value.logits", out)[0]), within(1e-3f));
        double[] values = w.dense("tasks.values.logits", out);
        for (int i = 0; i < 2; i++) {
          int element = i;
          PlainStatistics ofElement =
              PlainStatistics.of(
                  rows, each -> each.values() == null ? Double.NaN : each.values()[element]);
          assertThat(found.values()[i]).isCloseTo((float) ofElement.inUnit(values[i]), CLOSE);
        }
        assertClose(found.hubers(), w.dense("tasks.hubers.logits", out));
      }
    }
  }

  /** P(click and buy) = P(click) P(buy | click), and so on down the chain. */
  @Test
  void conditionalTasksMultiply() {
    List<LossTasks> rows = LossTasks.rows();
    try (LossTasksTrainer trainer = LossTasksTrainer.builder().epochs(4).batchSize(6).build()) {
      trainer.fit(LossTasksData.of(rows));
      PlainLayers w = new PlainLayers(SavedWeights.of(trainer));
      for (LossTasksPrediction found : trainer.predict(rows)) {
        assertThat(found.buy()).isCloseTo(found.click() * found.buyGivenClick(), within(1e-6f));
        assertThat(found.keep()).isCloseTo(found.buy() * found.keepGivenBuy(), within(1e-6f));
        assertThat(found.buyGivenClick()).isBetween(0f, 1f);
      }
      float[][] out = trainer.activations("trunk.out", rows);
      for (int i = 0; i < rows.size(); i++) {
        double[] in = new double[out[i].length];
        for (int j = 0; j < in.length; j++) {
          in[j] = out[i][j];
        }
        assertThat(trainer.predict(rows.get(i)).buyGivenClick())
            .isCloseTo((float) sigmoid(w.dense("tasks.buy.logits", in))[0], CLOSE);
      }
    }
  }

  @Test
  void classesAndSetsAreTyped() {
    List<LossTasks> rows = LossTasks.rows();
    try (LossTasksTrainer trainer = LossTasksTrainer.builder().epochs(2).batchSize(6).build()) {
      trainer.fit(LossTasksData.of(rows));
      LossTasksPrediction found = trainer.predict(rows.get(0));
      ClassPrediction<Integer> count = found.focalCount();
      assertThat(count.classes()).containsExactly(0, 1, 2, 3);
      int likeliest = count.value();
      for (int each : count.classes()) {
        assertThat(count.probability(each)).isLessThanOrEqualTo(count.probability(likeliest));
      }
      assertThat(found.grade().classes()).containsExactly(LossTasks.Grade.values());
      for (LossTasks.Grade grade : LossTasks.Grade.values()) {
        boolean holds = found.grades().probability(grade) > 0.5f;
        assertThat(found.grades().above(0.5).contains(grade)).isEqualTo(holds);
      }
      assertThat(found.focalFlags()).hasSize(3);
    }
  }
}
