package dev.espalier.samples.orchard;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.metric.Score;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.option.BestWeights;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.run.History;
import dev.espalier.samples.Guide;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The examples of the guide to running, where the compiler sees them. */
class RunningGuideTest {

  static TrainerBuilder<TreeTask, TreeTrainer> checkpoints() {
    return TreeTrainer.builder()
        .epochs(100)
        .checkpoints(Checkpoints.in(Path.of("tree")).everySteps(1000).everyMinutes(5).keepLast(3));
  }

  static History goingOn(TreeTrainer trainer, Dataset<Tree> train, Dataset<Tree> validation) {
    trainer.resume(Path.of("tree"));
    History history = trainer.fit(train, validation);
    return history;
  }

  static TrainerBuilder<TreeTask, TreeTrainer> best() {
    return TreeTrainer.builder()
        .bestWeights(
            BestWeights.by(Score.of(TreeTask.healthy, "auc").and(TreeTask.harvest, "rmse", 0.1))
                .patience(3))
        .validateEverySteps(500);
  }

  @Test
  void everyExampleOfTheGuideIsCompiled() throws IOException {
    new Guide(Path.of("../docs/running.md"))
        .requireIn(4, Path.of("src/test/java/dev/espalier/samples/orchard/RunningGuideTest.java"));
  }
}
