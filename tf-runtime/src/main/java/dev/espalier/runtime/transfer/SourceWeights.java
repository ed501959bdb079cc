package dev.espalier.runtime.transfer;

import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.checkpoint.CheckpointFolder;
import dev.espalier.runtime.file.AtomicFile;
import dev.espalier.runtime.file.ModelFile;
import dev.espalier.runtime.file.SavedArray;
import dev.espalier.runtime.file.SavedModel;
import dev.espalier.runtime.file.TensorBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The weights of a source.
 *
 * @param arrays by name
 * @param vocabularies what rows of learnt tables stand for from row 1 on, as texts, by table; empty
 *     where the source does not say
 */
record SourceWeights(Map<String, SavedArray> arrays, Map<String, List<String>> vocabularies) {

  /**
   * Reads what {@link Transfer#from} names.
   *
   * @throws ModelFileException when it can't be read
   */
  static SourceWeights read(Path source) {
    if (Files.isRegularFile(source)) {
      return ofModel(ModelFile.read(source));
    }
    Path variables = source.resolve("variables").resolve("variables");
    if (TensorBundle.isAt(variables)) {
      return ofBundle(source, variables);
    }
    if (TensorBundle.isAt(source)) {
      return ofBundle(source, source);
    }
    return new CheckpointFolder(source)
        .newest()
        .map(newest -> ofModel(newest.model()))
        .orElseThrow(
            () ->
                new ModelFileException(
                    "Can't read weights from %s. Expected a model file, a SavedModel with variables, or a folder of checkpoints."
                        .formatted(source)));
  }

  /** Whether there is something at a path that may be a source. */
  static boolean isThere(Path source) {
    return Files.exists(source) || TensorBundle.isAt(source);
  }

  /** What rows of the table of a name stand for from row 1 on, if that is known. */
  Optional<List<String>> words(String name) {
    return vocabularies.entrySet().stream()
        .filter(table -> name.endsWith("." + table.getKey()))
        .max(Comparator.comparingInt(table -> table.getKey().length()))
        .map(Map.Entry::getValue);
  }

  private static SourceWeights ofModel(SavedModel model) {
    Map<String, SavedArray> arrays = new LinkedHashMap<>(model.parameters());
    arrays.putAll(model.states());
    Map<String, List<String>> vocabularies = new LinkedHashMap<>();
    if (model.description().preprocessing().get("vocabularies") instanceof Map<?, ?> tables) {
      tables.forEach((table, values) -> vocabularies.put(String.valueOf(table), texts(values)));
    }
    return new SourceWeights(arrays, vocabularies);
  }

  /** Of {@code {"texts": [...]}} or {@code {"ids": [...]}}. */
  private static List<String> texts(Object values) {
    return values instanceof Map<?, ?> kinds
        ? kinds.values().stream()
            .flatMap(list -> ((List<?>) list).stream())
            .map(String::valueOf)
            .toList()
        : List.of();
  }

  private static SourceWeights ofBundle(Path source, Path prefix) {
    try {
      return new SourceWeights(TensorBundle.read(prefix), Map.of());
    } catch (IOException e) {
      throw new ModelFileException(
          "Can't read the variables of " + source + ": " + AtomicFile.reason(e) + ".", e);
    }
  }
}
