package dev.espalier.samples.shapes;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.Report;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains {@link Scene} on pictures that it draws, and shows what is predicted for some. */
@Command(
    name = "shapes",
    description = "Shape, colour, word, box and mask of pictures that are drawn here, five tasks.")
public final class ShapesSample implements Callable<Integer> {
  @Mixin private final SampleOptions options = new SampleOptions(10, 64, 2e-3);

  @Option(
      names = "--pictures",
      paramLabel = "N",
      description = "Pictures to draw; 7 of 10 train. Default: ${DEFAULT-VALUE}.")
  private int pictures = 8_000;

  @Option(
      names = "--sheet",
      paramLabel = "FILE.png",
      description =
          "Where test pictures go, with predictions drawn over them. Default: ${DEFAULT-VALUE}.")
  private Path sheet = Path.of("shapes.png");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (pictures < 100) {
      throw new ParameterException(
          spec.commandLine(), "Option --pictures should be at least 100. Found " + pictures + ".");
    }
    PrintWriter out = spec.commandLine().getOut();
    Report report = Report.begin("shapes", options);
    SceneSheet shown = new SceneSheet(sheet);
    Dataset<Scene> scenes = Dataset.of(new ScenePainter(options.seed()).paint(pictures));
    Splits<Scene> data = Splits.byTens(scenes);
    Figures figures =
        new SampleTraining(options, out)
            .run(SceneTrainer.builder(), data, trainer -> draw(data.test(), trainer, shown));
    out.printf("%nOn the test rows:%n%s%nSome of them: %s%n", figures.test(), shown.file());
    out.flush();
    report.with(figures).write();
    return 0;
  }

  private static void draw(Dataset<Scene> test, SceneTrainer trainer, SceneSheet sheet) {
    List<Scene> some = test.where(row -> row < SceneSheet.PICTURES).toList();
    List<ScenePrediction> predictions = trainer.predict(some);
    for (int i = 0; i < some.size(); i++) {
      sheet.add(some.get(i), predictions.get(i));
    }
    sheet.write();
  }
}
