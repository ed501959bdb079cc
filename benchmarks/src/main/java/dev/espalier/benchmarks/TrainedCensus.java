package dev.espalier.benchmarks;

import dev.espalier.runtime.DataException;
import dev.espalier.samples.census.Census;
import dev.espalier.samples.census.CensusData;
import dev.espalier.samples.census.CensusInput;
import dev.espalier.samples.census.CensusTrainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model of the census sample after one epoch, and rows to predict.
 *
 * @param file the saved model
 */
record TrainedCensus(Path file, List<CensusInput> inputs) {
  private static final String DATA = "census-income.csv.gz";
  private static final int TRAINED_ON = 8192;

  /**
   * Trains one.
   *
   * @param data the folder of the data; without it {@code $ESPALIER_DATA}, else ../shared/data
   * @param rows how many are to be predicted
   */
  static TrainedCensus of(Optional<Path> data, int rows) {
    Path folder =
        data.orElseGet(
            () ->
                Path.of(
                    Optional.ofNullable(System.getenv("ESPALIER_DATA")).orElse("../shared/data")));
    if (!Files.isRegularFile(folder.resolve(DATA))) {
      throw new DataException("Found no " + DATA + " in " + folder + "; --data names a folder.");
    }
    List<Census> examples =
        CensusData.csv(folder.resolve(DATA))
            .where(row -> row < Math.max(rows, TRAINED_ON))
            .toList();
    try (CensusTrainer trainer = CensusTrainer.builder().epochs(1).batchSize(1024).build()) {
      Path file = Files.createTempFile("census", ".espalier");
      file.toFile().deleteOnExit();
      trainer.fit(CensusData.of(examples));
      trainer.save(file);
      return new TrainedCensus(file, examples.stream().limit(rows).map(CensusInput::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
