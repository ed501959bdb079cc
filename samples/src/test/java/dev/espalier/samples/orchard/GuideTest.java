package dev.espalier.samples.orchard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.data.TaskMixing;
import dev.espalier.runtime.data.table.CsvFormat;
import dev.espalier.runtime.train.RelativeImprovement;
import dev.espalier.runtime.train.option.Curriculum;
import dev.espalier.runtime.train.option.EarlyStopping;
import dev.espalier.samples.Guide;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** The examples of the guide stand here too, where the compiler sees them. */
class GuideTest {
  private static final Guide GUIDE = new Guide(Path.of("../docs/task-data.md"));

  private static TaskData<Tree, TreeTask> sets(Path health, Path varieties, Path harvests) {
    TaskData<Tree, TreeTask> data =
        TaskData.of(
                TreeTask.healthy,
                TreeData.csv(health, CsvFormat.standard().lacking("variety", "harvest")))
            .and(
                TreeTask.variety,
                TreeData.csv(varieties, CsvFormat.standard().lacking("healthy", "harvest")))
            .and(
                TreeTask.harvest,
                TreeData.csv(harvests, CsvFormat.standard().lacking("healthy", "variety")));
    return data;
  }

  private static void train(
      TreeTrainer trainer, TaskData<Tree, TreeTask> data, Dataset<Tree> validation) {
    trainer.fit(data, validation);
  }

  @Test
  void mixes() {
    Dataset<Tree> both = Dataset.of(new Orchard(1).grow(5));
    TaskData<Tree, TreeTask> data =
        TaskData.of(EnumSet.of(TreeTask.healthy, TreeTask.variety), both);
    assertThat(TaskData.of(EnumSet.allOf(TreeTask.class), both).oneTaskABatch()).isFalse();
    TaskData<Tree, TreeTask> even = data.mixing(TaskMixing.squareRoot());
    TaskData<Tree, TreeTask> mixed = data.inMixedBatches();
    assertThat(even.name()).isEqualTo(mixed.name());
    TaskMixing rates = TaskMixing.rates(5, 2, 3);
    assertThat(rates.shares(new double[3])).containsExactly(0.5, 0.2, 0.3);
  }

  @Test
  void joins() {
    var builder =
        TreeTrainer.builder()
            .epochs(20)
            .curriculum(Curriculum.joins(TreeTask.variety).atEpoch(3).rampingOver(2))
            .curriculum(Curriculum.joins(TreeTask.harvest).atEpoch(6).rampingOver(0));
    assertThat(builder).isNotNull();
    builder.build().close();
  }

  @Test
  void stops() {
    var builder =
        TreeTrainer.builder()
            .epochs(200)
            .earlyStopping(EarlyStopping.patience(5))
            .earlyStopping(
                TreeTask.healthy, EarlyStopping.patience(10).on("auc").gainingAtLeast(1e-3));
    assertThat(builder).isNotNull();
    builder.build().close();
  }

  private static void compare(TaskData<Tree, TreeTask> data, Dataset<Tree> test) {
    RelativeImprovement found =
        RelativeImprovement.of(() -> TreeTrainer.builder().epochs(20).batchSize(32))
            .seeds(1, 2, 3)
            .metrics(TreeTask.harvest, "rmse", "mae")
            .measure(data, test);
    System.out.println(found);
  }

  @Test
  void everyExampleOfTheGuideIsCompiled() throws IOException {
    GUIDE.requireIn(
        8,
        Path.of("src/test/java/dev/espalier/samples/orchard/GuideTest.java"),
        Path.of("src/main/java/dev/espalier/samples/orchard/Tree.java"));
  }
}
