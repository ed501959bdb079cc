package dev.espalier.samples.orchard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.Streaming;
import dev.espalier.runtime.data.split.Fold;
import dev.espalier.runtime.data.split.Split;
import dev.espalier.runtime.data.split.SplitPart;
import dev.espalier.runtime.data.table.CsvFormat;
import dev.espalier.runtime.train.CrossValidation;
import dev.espalier.runtime.train.option.EarlyStopping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The examples of the guide to data stand here too, where the compiler sees them. */
class DataGuideTest {
  private static final Path GUIDE = Path.of("../docs/data.md");
  private static final Path HERE =
      Path.of("src/test/java/dev/espalier/samples/orchard/DataGuideTest.java");

  private static List<Dataset<Tree>> sources(Path folder, DataSource pool) {
    Dataset<Tree> csv = TreeData.csv(Path.of("trees.csv.gz"));
    Dataset<Tree> tabs =
        TreeData.csv(
            Path.of("trees.tsv"), CsvFormat.standard().withSeparator('\t').withEmptyTexts("NA"));
    Dataset<Tree> lines = TreeData.jsonLines(Path.of("trees.jsonl"));
    Dataset<Tree> parquet = TreeData.parquet(Path.of("trees.parquet"));
    Dataset<Tree> query = TreeData.sql("select * from 'trees/*.parquet' where year >= 2020");
    Dataset<Tree> database =
        TreeData.sql("jdbc:postgresql://db/orchard?user=reader", "select * from trees order by id");
    Dataset<Tree> pooled = TreeData.sql(pool, "select * from trees order by id");
    Dataset<Tree> unlabelled =
        TreeData.jsonLines(folder.resolve("new.jsonl"), "healthy", "variety");
    return List.of(csv, tabs, lines, parquet, query, database, pooled, unlabelled);
  }

  private static void splits(TreeTrainer trainer, Dataset<Tree> data) {
    Split<Tree> split = data.split(0.8, 0.1, 0.1, 7);
    trainer.fit(split.train(), split.validation());
    System.out.println(trainer.evaluate(split.test()));

    Split<Tree> even = data.splitter().stratifiedBy(Tree::variety).split(0.8, 0.1, 0.1, 7);
    List<Fold<Tree>> folds = data.splitter().stratifiedBy(Tree::healthy).folds(5, 7);
    assertThat(List.of(even, folds)).hasSize(2);
  }

  /** A visit to a tree. */
  private record Visit(int treeId, int year, String note) {}

  private static void splitsByWhatRowsHold(Dataset<Visit> visits) {
    Split<Visit> apart = visits.splitter().groupedBy(Visit::treeId).split(0.7, 0.15, 0.15, 7);
    Split<Visit> years = visits.splitBy(Visit::year, Set.of(2023), Set.of(2024));
    Split<Visit> noted =
        visits.splitBy(visit -> visit.note().isEmpty() ? SplitPart.TRAIN : SplitPart.TEST);
    Dataset<Visit> recent = visits.filter(visit -> visit.year() > 2020);
    assertThat(List.of(apart, years, noted, recent)).hasSize(4);
  }

  private static void validates(Dataset<Tree> data) {
    CrossValidation found =
        CrossValidation.of(() -> TreeTrainer.builder().epochs(20).batchSize(32), 5)
            .stratifiedBy(Tree::variety)
            .seed(7)
            .run(data);
    System.out.println(found);
    double mean = found.of(TreeTask.harvest).metric("rmse").spread().mean();
    assertThat(mean).isPositive();
  }

  private static void validatesWithEarlyStopping(Dataset<Tree> data) {
    CrossValidation.of(
            () -> TreeTrainer.builder().epochs(200).earlyStopping(EarlyStopping.patience(5)), 5)
        .validation(0.1)
        .run(data);
  }

  private static void streams(TreeTrainer trainer, Dataset<Tree> validation) {
    Dataset<Tree> large = TreeData.parquet(Path.of("trees.parquet")).streaming();
    trainer.fit(large, validation);
    Dataset<Tree> elsewhere = large.streaming(Streaming.in(Path.of("/scratch")));
    assertThat(elsewhere.streamed()).isPresent();
  }

  @Test
  void everyExampleIsCompiled() throws IOException {
    String compiled = plain(Files.readString(HERE));
    Matcher blocks =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
    int found = 0;
    while (blocks.find()) {
      for (String statement : blocks.group(1).split(";\n")) {
        assertThat(compiled).contains(plain(statement));
        found++;
      }
    }
    assertThat(found).isGreaterThan(20);
  }

  /** Without spaces: the guide has longer lines. */
  private static String plain(String text) {
    return text.replaceAll("\\s", "");
  }
}
