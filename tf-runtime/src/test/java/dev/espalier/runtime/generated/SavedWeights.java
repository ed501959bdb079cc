package dev.espalier.runtime.generated;

import dev.espalier.runtime.file.ModelFile;
import dev.espalier.runtime.file.SavedArray;
import dev.espalier.runtime.file.SavedModel;
import dev.espalier.runtime.train.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a trainer has learnt, by path, read the way users can: through a file. */
final class SavedWeights {
  private SavedWeights() {}

  /** All parameters and states. */
  static Map<String, float[]> of(Trainer<?, ?, ?, ?> trainer) {
    try {
      Path file = Files.createTempFile("weights", ".espalier");
      try {
        trainer.save(file);
        SavedModel saved = ModelFile.read(file);
        Map<String, float[]> values = new LinkedHashMap<>();
        add(saved.parameters(), values);
        add(saved.states(), values);
        return values;
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, SavedArray> arrays, Map<String, float[]> values) {
    arrays.forEach((path, array) -> values.put(path, array.values()));
  }
}
