package dev.espalier.samples.cifar10;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.transfer.Transfer;
import dev.espalier.runtime.transfer.TransferReport;
import dev.espalier.samples.Guide;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The examples of the guide to starting from another model, where the compiler sees them. */
@SuppressWarnings("unused")
class TransferGuideTest {
  private static void start(Dataset<Surroundings> few) {
    var builder =
        SurroundingsTrainer.builder()
            .epochs(40)
            .start(Transfer.from(Path.of("pictures.espalier")).part("trunk"))
            .thawAt(21, "trunk")
            .rateScale("trunk", 0.1);
    try (SurroundingsTrainer trainer = builder.build()) {
      trainer.fit(few);
      TransferReport report = trainer.transferred().get(0);
      System.out.println(report);
    }
  }

  private static void rename(Path file) {
    Transfer fromKeras =
        Transfer.from(Path.of("resnet-savedmodel"))
            .part("trunk")
            .naming(name -> name.replace("conv1_conv/", "trunk.stem."))
            .named("probs/bias", "trunk.out.bias");
    Transfer fromCopy = Transfer.from(file).naming(name -> name.replace("trunk-click.", "trunk."));
  }

  private static void thaw() {
    var layerByLayer = SurroundingsTrainer.builder().thawAt(4, "trunk").thawAt(2, "trunk.things");
  }

  @Test
  void everyExampleOfTheGuideIsCompiled() throws IOException {
    new Guide(Path.of("../docs/transfer.md"))
        .requireIn(5, Path.of("src/test/java/dev/espalier/samples/cifar10/TransferGuideTest.java"));
  }
}
