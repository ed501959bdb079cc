package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.serve.BatchingPredictor;
import dev.espalier.runtime.serve.OverloadException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of many threads are predicted together, and each gets its own answer. */
class BatchingPredictorTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir static Path folder;

  @BeforeAll
  static void train() {
    try (FeatureTasksTrainer trainer =
        FeatureTasksTrainer.builder().epochs(1).batchSize(7).build()) {
      trainer.fit(FeatureTasksData.of(FeatureTasks.rows()));
      trainer.save(folder.resolve("model"));
    }
  }

  private static FeatureTasksPredictor load() {
    return FeatureTasksPredictor.load(folder.resolve("model"));
  }

  private static FeatureTasks with(FeatureTasks row, int id, List<String> texts) {
    return new FeatureTasks(
        row.single(),
        row.boxed(),
        row.filled(),
        row.flag(),
        row.maybe(),
        row.clipped(),
        row.several(),
        row.colour(),
        row.other(),
        id,
        row.word(),
        row.hashed(),
        row.colours(),
        row.ids(),
        row.wide(),
        row.words(),
        texts,
        row.note(),
        row.first(),
        row.second());
  }

  private static void same(FeatureTasksPrediction found, FeatureTasksPrediction expected) {
    assertThat(found.first()).isCloseTo(expected.first(), within(1e-5f));
    assertThat(found.second()).isCloseTo(expected.second(), within(1e-5f));
  }

  @Test
  void everyThreadGetsItsOwnRow() throws Exception {
    List<FeatureTasks> rows = FeatureTasks.rows(400, 8);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (FeatureTasksPredictor alone = load();
        var together = load().batching(16, Duration.ofMillis(1))) {
      List<Future<FeatureTasksPrediction>> found = new ArrayList<>();
      for (FeatureTasks row : rows) {
        found.add(threads.submit(() -> together.predict(row)));
      }
      List<FeatureTasksPrediction> expected = alone.predict(rows);
      for (int i = 0; i < rows.size(); i++) {
        same(found.get(i).get(), expected.get(i));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aBatchRunsWhenItIsFull() {
    List<FeatureTasks> rows = FeatureTasks.rows(4, 8);
    try (FeatureTasksPredictor alone = load();
        var together = load().batching(4, LONG)) {
      List<CompletableFuture<FeatureTasksPrediction>> found = new ArrayList<>();
      for (FeatureTasks row : rows.subList(0, 3)) {
        found.add(together.submit(row));
      }
      assertThat(together.waiting()).isEqualTo(3);
      assertThat(found).noneMatch(CompletableFuture::isDone);
      found.add(together.submitInput(FeatureTasksInput.of(rows.get(3))));
      for (int i = 0; i < 4; i++) {
        same(found.get(i).join(), alone.predict(rows.get(i)));
      }
    }
  }

  @Test
  void aWrongRowFailsForWhoAskedForIt() throws Exception {
    List<FeatureTasks> rows = new ArrayList<>(FeatureTasks.rows(3, 8));
    rows.add(2, with(rows.get(0), 99, List.of()));
    try (FeatureTasksPredictor alone = load();
        var together = load().batching(4, LONG)) {
      List<CompletableFuture<FeatureTasksPrediction>> found =
          rows.stream().map(together::submit).toList();
      for (int i : new int[] {0, 1, 3}) {
        same(found.get(i).get(), alone.predict(rows.get(i)));
      }
      assertThatThrownBy(() -> found.get(2).get())
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll("\"id\"", "found 99");
      assertThatThrownBy(() -> alone.predict(rows.get(2))).isInstanceOf(DataException.class);
    }
  }

  /** A list whose reading waits, as long as the test wants the run to take. */
  private static List<String> slow(CountDownLatch started, CountDownLatch go) {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        started.countDown();
        try {
          go.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return "always";
      }

      @Override
      public int size() {
        return 1;
      }
    };
  }

  @Test
  void rowsThatCannotWaitAreRefused() throws Exception {
    FeatureTasks row = FeatureTasks.rows(1, 8).get(0);
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (var together = load().batching(1, Duration.ZERO)) {
      List<CompletableFuture<FeatureTasksPrediction>> accepted = new ArrayList<>();
      accepted.add(together.submit(with(row, 1, slow(started, go))));
      started.await();
      for (int i = 0; i < BatchingPredictor.QUEUED_BATCHES; i++) {
        accepted.add(together.submit(row));
      }
      assertThatThrownBy(() -> together.predict(row))
          .isInstanceOf(OverloadException.class)
          .hasMessageContaining("16 rows that wait");
      go.countDown();
      for (CompletableFuture<FeatureTasksPrediction> each : accepted) {
        assertThat(each.get()).isNotNull();
      }
      assertThat(together.predict(row)).isNotNull();
    }
  }

  @Test
  void closingAnswersThoseThatWaitAndRefusesOthers() throws Exception {
    FeatureTasks row = FeatureTasks.rows(1, 8).get(0);
    FeatureTasksPredictor predictor = load();
    var together = predictor.batching(4, LONG);
    CompletableFuture<FeatureTasksPrediction> waiting = together.submit(row);
    together.close();
    together.close();
    assertThat(waiting.get()).isNotNull();
    assertThatThrownBy(() -> together.predict(row))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> predictor.predict(row)).hasMessageContaining("closed");
  }

  @Test
  void rangesAreChecked() {
    try (FeatureTasksPredictor predictor = load()) {
      assertThatThrownBy(() -> predictor.batching(0, LONG)).hasMessageContaining("found 0");
      assertThatThrownBy(() -> predictor.batching(1, Duration.ofMillis(-1)))
          .hasMessageContaining("maxDelay");
    }
  }
}
