package dev.espalier.runtime.train;

import dev.espalier.runtime.file.ModelFile;
import dev.espalier.runtime.file.SavedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trainer's parameters by path, read the way users can: through a file. */
final class Weights {
  private Weights() {}

  /** All parameters. */
  static Map<String, float[]> of(GardenTrainer trainer) {
    return arrays(saved(trainer).parameters());
  }

  /** All states. */
  static Map<String, float[]> states(GardenTrainer trainer) {
    return arrays(saved(trainer).states());
  }

  private static Map<String, float[]> arrays(
      Map<String, dev.espalier.runtime.file.SavedArray> saved) {
    Map<String, float[]> values = new LinkedHashMap<>();
    saved.forEach((path, array) -> values.put(path, array.values()));
    return values;
  }

  private static SavedModel saved(GardenTrainer trainer) {
    try {
      Path file = Files.createTempFile("weights", ".espalier");
      try {
        trainer.save(file);
        return ModelFile.read(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
