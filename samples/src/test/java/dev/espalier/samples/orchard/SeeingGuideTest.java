package dev.espalier.samples.orchard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.report.Progress;
import dev.espalier.runtime.report.html.HtmlReport;
import dev.espalier.runtime.report.live.Dashboard;
import dev.espalier.runtime.report.tensorboard.TensorBoard;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.RunView;
import dev.espalier.runtime.train.run.TrainingListener;
import dev.espalier.samples.Guide;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of the guide to seeing, where the compiler sees them. */
class SeeingGuideTest {

  static TrainerBuilder<TreeTask, TreeTrainer> progress() {
    return TreeTrainer.builder().epochs(20).listener(Progress.standard());
  }

  static TrainerBuilder<TreeTask, TreeTrainer> page() {
    return TreeTrainer.builder().listener(HtmlReport.to(Path.of("orchard.html")));
  }

  static void files(TreeTrainer trainer, History history) {
    System.out.println(trainer.summary());
    history.writeCsv(Path.of("history.csv"));
    history.writeJson(Path.of("history.json"));
  }

  static void events(Dataset<Tree> train, Dataset<Tree> validation) {
    try (TensorBoard board = TensorBoard.in(Path.of("events")).everySteps(20).histograms(5);
        TreeTrainer trainer = TreeTrainer.builder().listener(board).reportGradients(20).build()) {
      trainer.fit(train, validation);
    }
  }

  static double outcomes(TreeTrainer trainer, Dataset<Tree> test) {
    List<TaskOutcomes> outcomes = trainer.outcomes(test);
    System.out.println(outcomes.get(0).confusion().orElseThrow());
    double area = outcomes.get(0).scores().get(0).area();
    return area;
  }

  static void live(Dataset<Tree> train, Dataset<Tree> validation) {
    try (Dashboard dashboard = Dashboard.open();
        TreeTrainer trainer = TreeTrainer.builder().listener(dashboard).build()) {
      System.out.println(dashboard.uri());
      trainer.fit(train, validation);
    }
  }

  static TrainingListener own() {
    TrainingListener watching =
        new TrainingListener() {
          private RunView run;

          @Override
          public void runStarted(RunStart start) {
            run = start.view();
          }

          @Override
          public void epochEnded(EpochReport epoch) {
            float[] kernel = run.weights().get("trunk.hidden1.kernel");
            System.out.println(epoch.learningRate() + " " + kernel[0]);
          }
        };
    return watching;
  }

  @Test
  void theTableOfTheGuideIsThatOfTheModel() {
    Dataset<Tree> trees = Dataset.of(new Orchard(1).grow(40));
    try (TreeTrainer trainer =
        TreeTrainer.builder().epochs(1).batchSize(40).threads(1).listener(own()).build()) {
      trainer.fit(trees);
      assertThat(trainer.summary().toString())
          .startsWith("Tree: shared trunk\n\nlayer")
          .containsPattern("features +\\[\\d+\\] +all\n")
          .containsPattern("trunk\\.hidden1 +\\[64\\] +\\[\\d+, 64\\] \\[64\\] +[\\d,]+ +all\n")
          .containsPattern("tasks\\.healthy\\.logits +\\[1\\] +\\[32, 1\\] \\[1\\] +33 +healthy\n");
    }
  }

  @Test
  void everyExampleOfTheGuideIsCompiled() throws IOException {
    new Guide(Path.of("../docs/seeing.md"))
        .requireIn(12, Path.of("src/test/java/dev/espalier/samples/orchard/SeeingGuideTest.java"));
  }
}
