package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing at any moment, and what stays of native memory. */
@Timeout(120)
class ClosingTest {
  private static final Dataset<Garden> TRAIN = Dataset.of(Garden.grow(400, 1));

  /** Does something once, at the third step. */
  private static TrainingListener atThirdStep(Runnable action) {
    return new TrainingListener() {
      @Override
      public void stepEnded(StepReport step) {
        if (step.epoch() == 1 && step.step() == 3) {
          action.run();
        }
      }
    };
  }

  @Test
  void anotherThreadEndsARun() throws Exception {
    CountDownLatch training = new CountDownLatch(1);
    GardenTrainer trainer =
        GardenTrainer.plain()
            .epochs(1_000_000)
            .batchSize(32)
            .listener(atThirdStep(training::countDown))
            .build();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<History> run = thread.submit(() -> trainer.fit(TRAIN));
      assertThat(training.await(60, TimeUnit.SECONDS)).isTrue();
      trainer.close();
      assertThatThrownBy(run::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TrainingException.class)
          .hasMessageContaining("closed");
    } finally {
      thread.shutdownNow();
    }
    assertThatThrownBy(() -> trainer.predict(Garden.grow(1, 1)))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void listenerEndsItsRun() {
    GardenTrainer[] self = new GardenTrainer[1];
    try (GardenTrainer trainer =
        GardenTrainer.plain().batchSize(32).listener(atThirdStep(() -> self[0].close())).build()) {
      self[0] = trainer;
      assertThatThrownBy(() -> trainer.fit(TRAIN)).hasMessageContaining("closed");
    }
  }

  @Test
  void closingEndsTheReadingOfData() {
    GardenTrainer trainer = GardenTrainer.plain().build();
    List<Garden> rows = Garden.grow(3, 1);
    Dataset<Garden> endless =
        new Dataset<>() {
          @Override
          public void read(java.util.function.Consumer<? super Garden> consumer) {
            while (true) {
              consumer.accept(rows.get(0));
              trainer.close();
            }
          }

          @Override
          public String name() {
            return "endless";
          }
        };
    assertThatThrownBy(() -> trainer.fit(endless)).hasMessageContaining("closed");
  }

  @Test
  void closingEndsThePredictionOfEndlessExamples() {
    GardenTrainer trainer = GardenTrainer.plain().epochs(1).batchSize(32).build();
    trainer.fit(TRAIN);
    Garden row = Garden.grow(1, 1).get(0);
    // Ten thousand rows stand for endlessly many.
    Stream<Garden> rows =
        Stream.iterate(0, i -> i < 10_000, i -> i + 1)
            .map(
                i -> {
                  assertThat(i).isLessThan(6);
                  if (i == 5) {
                    trainer.close();
                  }
                  return row;
                });
    assertThatThrownBy(() -> trainer.predict(rows::iterator))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void listenersMayEvaluateButNotTrain() {
    GardenTrainer[] self = new GardenTrainer[1];
    try (GardenTrainer trainer =
        GardenTrainer.plain()
            .epochs(1)
            .batchSize(32)
            .listener(atThirdStep(() -> self[0].evaluate(TRAIN)))
            .build()) {
      self[0] = trainer;
      trainer.fit(TRAIN);
    }
    try (GardenTrainer trainer =
        GardenTrainer.plain()
            .epochs(1)
            .batchSize(32)
            .listener(atThirdStep(() -> self[0].fit(TRAIN)))
            .build()) {
      self[0] = trainer;
      assertThatThrownBy(() -> trainer.fit(TRAIN))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("inside a run");
    }
  }

  @Test
  void failedRunLeavesTheTrainerUsable() {
    boolean[] fail = {true};
    try (GardenTrainer trainer =
        GardenTrainer.plain()
            .epochs(1)
            .batchSize(32)
            .listener(
                atThirdStep(
                    () -> {
                      if (fail[0]) {
                        throw new IllegalStateException("on purpose");
                      }
                    }))
            .build()) {
      assertThatThrownBy(() -> trainer.fit(TRAIN)).hasMessage("on purpose");
      assertThat(trainer.predict(Garden.grow(4, 2))).hasSize(4);
      fail[0] = false;
      trainer.fit(TRAIN);
    }
  }

  /** Counts bytes behind objects of JavaCPP: a tensor or result that nobody closes stays in it. */
  @Test
  void thousandsOfStepsLeaveNoNativeObjectOpen() {
    long[] after = new long[2];
    TrainingListener watch =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochReport epoch) {
            if (epoch.epoch() == 20) {
              after[0] = Pointer.totalCount();
            } else if (epoch.epoch() == 300) {
              after[1] = Pointer.totalCount();
            }
          }
        };
    try (GardenTrainer trainer =
        GardenTrainer.plain().epochs(300).batchSize(40).listener(watch).build()) {
      trainer.fit(TRAIN, Dataset.of(Garden.grow(50, 2)));
    }
    assertThat(after[1]).isLessThanOrEqualTo(after[0]);
  }
}
