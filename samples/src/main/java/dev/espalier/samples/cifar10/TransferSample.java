package dev.espalier.samples.cifar10;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.transfer.Transfer;
import dev.espalier.samples.cli.Ranges;
import dev.espalier.samples.cli.Rates;
import dev.espalier.samples.cli.Report;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Trains the trunk of {@link Picture} on CIFAR-10's ten classes, then {@link Surroundings} on one
 * hundredth of the labels: from scratch, over the trunk standing still, and over the trunk standing
 * still at first and fine-tuned then.
 *
 * <p>Pictures are split as in the sample {@code cifar10}: every 25th published training picture
 * validates, none of which is learnt from, and the published test pictures test. Learning rates of
 * each way, and the trunk's part of it, were chosen on the validation pictures.
 */
@Command(
    name = "transfer",
    description = "A trunk of ten classes, reused for a new task with 1 % of the labels.")
public final class TransferSample implements Callable<Integer> {
  private static final int TASK_BATCH = 32;

  @Mixin private final SampleOptions options = new SampleOptions(5, 128, 2e-3, Rates.COSINE);

  @Option(
      names = "--task-epochs",
      paramLabel = "N",
      converter = Ranges.Count.class,
      description = "Walks over the labels of the new task. Default: ${DEFAULT-VALUE}.")
  private int taskEpochs = 60;

  @Option(
      names = "--runs",
      paramLabel = "N",
      converter = Ranges.Count.class,
      description = "Runs of it all, with seeds from --seed upwards. Default: ${DEFAULT-VALUE}.")
  private int runs = 1;

  @Spec private CommandSpec spec;

  /** How the new task is trained. */
  enum Way {
    FROM_SCRATCH {
      @Override
      <B extends TrainerBuilder<?, ?>> void prepare(B builder, Path trunk, int epochs) {}
    },
    TRUNK_FROZEN {
      @Override
      <B extends TrainerBuilder<?, ?>> void prepare(B builder, Path trunk, int epochs) {
        builder.start(Transfer.from(trunk).part("trunk")).frozen("trunk");
      }
    },
    THEN_FINE_TUNED {
      @Override
      <B extends TrainerBuilder<?, ?>> void prepare(B builder, Path trunk, int epochs) {
        builder
            .start(Transfer.from(trunk).part("trunk"))
            .thawAt(Math.max(2, 1 + epochs / 2), "trunk")
            .rateScale("trunk", 0.1)
            .learningRate(1e-3);
      }
    };

    abstract <B extends TrainerBuilder<?, ?>> void prepare(B builder, Path trunk, int epochs);

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The accuracy of one way, on pictures that settings are chosen by and on those that count. */
  record Accuracy(double validation, double test) {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Report report = Report.begin("transfer", options).with("runs", runs);
    Path archive = options.file(Cifar10Sample.DATA, out);
    Dataset<Picture> published = Cifar10Sample.pictures(archive, "train").load();
    Splits<Picture> data =
        new Splits<>(
            published.where(row -> row % 25 != 0),
            published.where(row -> row % 25 == 0),
            Cifar10Sample.pictures(archive, "test").load());
    List<Map<Way, Accuracy>> found = new ArrayList<>();
    Path trunk = Files.createTempFile("trunk", ".espalier");
    try {
      for (long seed = options.seed(); seed < options.seed() + runs; seed++) {
        found.add(measure(data, seed, trunk, out));
      }
    } finally {
      Files.deleteIfExists(trunk);
    }
    report.with("accuracy", table(found, out)).write();
    return 0;
  }

  /** What each way of one seed comes to, over a trunk that is trained first. */
  Map<Way, Accuracy> measure(Splits<Picture> data, long seed, Path trunk, PrintWriter out) {
    new SampleTraining(options, seed, out)
        .run(PictureTrainer.builder(), data, trainer -> trainer.save(trunk));
    List<Surroundings> few = surroundings(data.train().where(row -> row % 100 == 1));
    Dataset<Surroundings> validation = SurroundingsData.of(surroundings(data.validation()));
    Dataset<Surroundings> test = SurroundingsData.of(surroundings(data.test()));
    Map<Way, Accuracy> found = new EnumMap<>(Way.class);
    for (Way way : Way.values()) {
      TrainerBuilder<SurroundingsTask, SurroundingsTrainer> builder =
          options
              .applyTo(SurroundingsTrainer.builder())
              .epochs(taskEpochs)
              .batchSize(Math.min(TASK_BATCH, few.size()))
              .seed(seed);
      way.prepare(builder, trunk, taskEpochs);
      try (SurroundingsTrainer trainer = builder.build()) {
        trainer.fit(SurroundingsData.of(few));
        found.put(way, new Accuracy(accuracy(trainer, validation), accuracy(trainer, test)));
      }
      out.printf(
          Locale.ROOT,
          "Seed %d, five places, 1 %% of the labels, %s: accuracy %.4f (validation %.4f)%n",
          seed,
          way,
          found.get(way).test(),
          found.get(way).validation());
      out.flush();
    }
    return found;
  }

  private static double accuracy(SurroundingsTrainer trainer, Dataset<Surroundings> rows) {
    return trainer.evaluate(rows).metric(SurroundingsTask.place, "accuracy");
  }

  /** Pictures with the labels of the new task. */
  static List<Surroundings> surroundings(Dataset<Picture> pictures) {
    List<Surroundings> all = new ArrayList<>();
    pictures.read(picture -> all.add(Surroundings.of(picture)));
    return all;
  }

  /** Means over all seeds, printed, and every figure for the report. */
  private static Map<String, Object> table(List<Map<Way, Accuracy>> found, PrintWriter out) {
    Map<String, Object> values = new LinkedHashMap<>();
    out.printf("%nOn the test pictures, mean of %d:%n", found.size());
    for (Way way : Way.values()) {
      List<Double> tests = found.stream().map(each -> each.get(way).test()).toList();
      double mean = tests.stream().mapToDouble(each -> each).average().orElseThrow();
      out.printf(Locale.ROOT, "  %-16s %.4f%n", way, mean);
      values.put(
          way.toString(),
          Map.of(
              "test",
              tests,
              "validation",
              found.stream().map(each -> each.get(way).validation()).toList()));
    }
    out.flush();
    return values;
  }
}
