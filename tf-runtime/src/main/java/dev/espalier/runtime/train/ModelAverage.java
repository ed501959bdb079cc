package dev.espalier.runtime.train;

import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.file.ModelDescription;
import dev.espalier.runtime.file.ModelFile;
import dev.espalier.runtime.file.SavedArray;
import dev.espalier.runtime.file.SavedModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The average of saved models: a model whose weights, and moving statistics, are the means of those
 * of several files, such as the last checkpoints of a run or runs that went on from one file.
 *
 * <p>Models that were trained from different beginnings have their units in different places, and
 * their average is no better than chance: let these vote instead.
 *
 * <p>Source: Vaswani et al., <em>Attention Is All You Need</em>, 2017, section 6.1 (last
 * checkpoints); Wortsman et al., <em>Model soups</em>, ICML 2022 (runs from one beginning).
 */
public final class ModelAverage {
  private final Path first;
  private final SavedModel model;
  private final Map<String, double[]> sums = new LinkedHashMap<>();
  private int count;

  private ModelAverage(Path first) {
    this.first = first;
    this.model = ModelFile.read(first);
    add(first, model);
  }

  /**
   * Writes the average of some models. A crash at any moment leaves the old file or the new one,
   * which may be one of those that are averaged.
   *
   * @param target where to write it
   * @param files the models, at least two, each of which counts alike
   * @throws ModelFileException when a file is missing or damaged, or they are not of one model with
   *     the same statistics and vocabularies; nothing is written then
   */
  public static void write(Path target, List<Path> files) {
    if (files.size() < 2) {
      throw new ModelFileException(
          "An average is of two models or more; found %d to be averaged into %s."
              .formatted(files.size(), target));
    }
    ModelAverage average = new ModelAverage(files.get(0));
    for (Path file : files.subList(1, files.size())) {
      SavedModel other = ModelFile.read(file);
      average.requireSame(file, other.description());
      average.add(file, other);
    }
    ModelFile.write(target, average.mean());
  }

  private void requireSame(Path file, ModelDescription found) {
    ModelDescription expected = model.description();
    if (!found.modelHash().equals(expected.modelHash())
        || !found.exampleHash().equals(expected.exampleHash())) {
      throw new ModelFileException(
          "%s holds `%s` with hash %s for an example with hash %s; expected `%s` with hash %s for an example with hash %s, as %s. Only files of one model have an average."
              .formatted(
                  file,
                  found.model(),
                  found.modelHash(),
                  found.exampleHash(),
                  expected.model(),
                  expected.modelHash(),
                  expected.exampleHash(),
                  first));
    }
    if (!found.preprocessing().equals(expected.preprocessing())) {
      throw new ModelFileException(
          "%s has other statistics or vocabularies than %s: they differ in %s. Expected models that one trainer saved, or trainers that had loaded the same file."
              .formatted(file, first, differences(found, expected)));
    }
  }

  private static List<String> differences(ModelDescription found, ModelDescription expected) {
    TreeSet<String> keys = new TreeSet<>(found.preprocessing().keySet());
    keys.addAll(expected.preprocessing().keySet());
    return keys.stream()
        .filter(
            key ->
                !Objects.equals(found.preprocessing().get(key), expected.preprocessing().get(key)))
        .toList();
  }

  private void add(Path file, SavedModel other) {
    add(file, "weights", model.parameters(), other.parameters());
    add(file, "states", model.states(), other.states());
    count++;
  }

  private void add(
      Path file, String kind, Map<String, SavedArray> expected, Map<String, SavedArray> found) {
    if (!shapes(expected).equals(shapes(found))) {
      throw new ModelFileException(
          "%s has %s of shapes %s; expected %s, as %s."
              .formatted(file, kind, shapes(found), shapes(expected), first));
    }
    found.forEach(
        (path, array) -> {
          double[] sum = sums.computeIfAbsent(path, key -> new double[array.values().length]);
          for (int i = 0; i < sum.length; i++) {
            sum[i] += array.values()[i];
          }
        });
  }

  private static Map<String, List<Integer>> shapes(Map<String, SavedArray> arrays) {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    arrays.forEach((path, array) -> shapes.put(path, array.shape()));
    return shapes;
  }

  private SavedModel mean() {
    return new SavedModel(
        model.description(), means(model.parameters()), means(model.states()), model.graph());
  }

  private Map<String, SavedArray> means(Map<String, SavedArray> arrays) {
    Map<String, SavedArray> means = new LinkedHashMap<>();
    arrays.forEach(
        (path, array) -> {
          float[] mean = new float[array.values().length];
          for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sums.get(path)[i] / count);
          }
          means.put(path, new SavedArray(array.shape(), mean));
        });
    return means;
  }
}
