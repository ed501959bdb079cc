package dev.espalier.samples.orchard;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.data.table.CsvFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files as they come from different people: each has looked at other trees, and for one thing.
 *
 * @param folder a temporary one, which goes with this
 */
record TreeFiles(Path folder) implements AutoCloseable {
  private static final Column HEALTHY = new Column("healthy", Tree::healthy);
  private static final Column VARIETY = new Column("variety", Tree::variety);
  private static final Column HARVEST = new Column("harvest", Tree::harvest);
  private static final int TEST_TREES = 2000;

  /** A column of labels. */
  private record Column(String name, Function<Tree, Object> value) {}

  /**
   * Writes all of them.
   *
   * @param trees that somebody has looked at for health; of their varieties half as many are known,
   *     and a quarter of their harvests
   */
  static TreeFiles write(long seed, int trees) {
    try {
      TreeFiles files = new TreeFiles(Files.createTempDirectory("orchard"));
      Orchard orchard = new Orchard(seed);
      files.write("health.csv", orchard.grow(trees), HEALTHY);
      files.write("varieties.csv", orchard.grow(trees / 2), VARIETY);
      files.write("harvests.csv", orchard.grow(trees / 4), HARVEST);
      List<Tree> sparse = new ArrayList<>();
      orchard.grow(2 * trees).forEach(tree -> sparse.add(orchard.lookedAt(tree, 0.3)));
      files.write("orchard.csv", sparse, HEALTHY, VARIETY, HARVEST);
      files.write("validation.csv", orchard.grow(TEST_TREES), HEALTHY, VARIETY, HARVEST);
      files.write("test.csv", orchard.grow(TEST_TREES), HEALTHY, VARIETY, HARVEST);
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, List<Tree> trees, Column... columns) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("spectrum," + Stream.of(columns).map(Column::name).collect(Collectors.joining(",")));
    for (Tree tree : trees) {
      StringBuilder line = new StringBuilder(spectrum(tree));
      for (Column column : columns) {
        Object value = column.value().apply(tree);
        line.append(',').append(value == null ? "" : value);
      }
      lines.add(line.toString());
    }
    Files.write(folder.resolve(name), lines);
  }

  private static String spectrum(Tree tree) {
    StringBuilder text = new StringBuilder();
    for (float value : tree.spectrum()) {
      text.append(text.isEmpty() ? "" : ";").append(value);
    }
    return text.toString();
  }

  /** A file for each task. */
  TaskData<Tree, TreeTask> apart() {
    return TaskData.of(TreeTask.healthy, read("health.csv", "variety", "harvest"))
        .and(TreeTask.variety, read("varieties.csv", "healthy", "harvest"))
        .and(TreeTask.harvest, read("harvests.csv", "healthy", "variety"));
  }

  /** One file for all, with 70 % of the labels missing. */
  Dataset<Tree> table() {
    return read("orchard.csv");
  }

  /** Other trees, with all their labels. */
  Dataset<Tree> validation() {
    return read("validation.csv");
  }

  /** Still others. */
  Dataset<Tree> test() {
    return read("test.csv");
  }

  private Dataset<Tree> read(String name, String... lacking) {
    return TreeData.csv(folder.resolve(name), CsvFormat.standard().lacking(lacking));
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
