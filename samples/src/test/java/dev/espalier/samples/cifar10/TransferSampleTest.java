package dev.espalier.samples.cifar10;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.file.ModelFile;
import dev.espalier.samples.cifar10.Picture.Category;
import dev.espalier.samples.cifar10.TransferSample.Accuracy;
import dev.espalier.samples.cifar10.TransferSample.Way;
import dev.espalier.samples.cli.Splits;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TransferSampleTest {
  @TempDir Path folder;

  /** Stripes tell the category: one pattern for each. */
  private static Dataset<Picture> stripes(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Category category = Category.values()[random.nextInt(10)];
      byte[] pixels = new byte[32 * 32 * 3];
      for (int p = 0; p < pixels.length; p++) {
        int stripe = (p / 3 % 32) * (category.ordinal() + 1) / 8 % 2;
        pixels[p] = (byte) (stripe * 150 + random.nextInt(60));
      }
      pictures.add(new Picture(pixels, category, category.isAnimal()));
    }
    return Dataset.of(pictures);
  }

  @Test
  void aTrunkIsReusedForAnotherTask() {
    TransferSample sample = new TransferSample();
    new CommandLine(sample).parseArgs("--epochs", "1", "--batch", "32", "--task-epochs", "2");
    Path trunk = folder.resolve("trunk");
    StringWriter out = new StringWriter();
    Splits<Picture> data = new Splits<>(stripes(800, 1), stripes(40, 2), stripes(40, 3));
    Map<Way, Accuracy> found = sample.measure(data, 1, trunk, new PrintWriter(out));
    assertThat(found).containsOnlyKeys(Way.values());
    assertThat(out.toString())
        .contains("Seed 1, five places, 1 % of the labels, trunk frozen: accuracy");
    List<Surroundings> few = TransferSample.surroundings(data.validation());
    assertThat(trunkOf(Way.FROM_SCRATCH, trunk, few, 0)).isNotEqualTo(kernel(trunk));
    assertThat(trunkOf(Way.TRUNK_FROZEN, trunk, few, 1)).isEqualTo(kernel(trunk));
    assertThat(trunkOf(Way.THEN_FINE_TUNED, trunk, few, 1)).isNotEqualTo(kernel(trunk));
  }

  /** Some weights of the trunk after training in a way, which takes over from so many models. */
  private float[] trunkOf(Way way, Path trunk, List<Surroundings> few, int transfers) {
    var builder = SurroundingsTrainer.builder().epochs(2).batchSize(20);
    way.prepare(builder, trunk, 2);
    Path file = folder.resolve("way");
    try (SurroundingsTrainer trainer = builder.build()) {
      trainer.fit(SurroundingsData.of(few));
      assertThat(trainer.transferred()).hasSize(transfers);
      trainer.save(file);
    }
    return kernel(file);
  }

  private static float[] kernel(Path model) {
    return ModelFile.read(model).parameters().get("trunk.things.kernel").values();
  }

  @Test
  void everyCategoryHasAPlace() {
    for (Category category : Category.values()) {
      assertThat(Surroundings.of(new Picture(new byte[0], category, false)).place()).isNotNull();
    }
  }
}
