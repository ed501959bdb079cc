package dev.espalier.samples.serve;

import dev.espalier.samples.Guide;
import dev.espalier.samples.census.CensusInput;
import dev.espalier.samples.census.CensusPrediction;
import dev.espalier.samples.census.CensusPredictor;
import dev.espalier.samples.census.CensusTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The examples of the guide to using a model, where the compiler sees them. */
@SuppressWarnings("unused")
class ServingGuideTest {
  private static void predict(CensusInput input, List<CensusInput> inputs) {
    try (CensusPredictor predictor = CensusPredictor.load(Path.of("census.espalier"))) {
      CensusPrediction one = predictor.predictInput(input);
      List<CensusPrediction> many = predictor.predictInputs(inputs);
    }
  }

  private static void gather(Path file, CensusInput input) {
    try (var predictor = CensusPredictor.load(file).batching(64, Duration.ofMillis(1))) {
      CensusPrediction one = predictor.predictInput(input);
      CompletableFuture<CensusPrediction> later = predictor.submitInput(input);
    }
  }

  private static void together(Path first, Path second, Path third) {
    CensusPredictor mean = CensusPredictor.ensemble(first, second, third);
    CensusPredictor votes = CensusPredictor.vote(first, second, third);
    mean.close();
    votes.close();
  }

  private static void export(CensusTrainer trainer) {
    trainer.export(Path.of("census-model"));
  }

  @Test
  void everyExampleOfTheGuideIsCompiled() throws IOException {
    new Guide(Path.of("../docs/serving.md"))
        .requireIn(7, Path.of("src/test/java/dev/espalier/samples/serve/ServingGuideTest.java"));
  }
}
