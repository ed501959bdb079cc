package dev.espalier.runtime.report.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.espalier.runtime.train.ListenedRun;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {
  @TempDir private Path folder;

  @Test
  void aRecordGrowsWithItsRunAndBeginsAnewWithTheNext() {
    RunRecorder recorder = new RunRecorder();
    assertThat(recorder.record()).isEmpty();
    List<RunRecord> seen = new ArrayList<>();
    TrainingListener looking =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochReport epoch) {
            seen.add(recorder.record().orElseThrow());
          }
        };
    ListenedRun.of(2, recorder, looking);
    RunRecord first = seen.get(0);
    assertThat(first.ended()).isFalse();
    assertThat(first.epochs()).hasSize(1);
    assertThat(first.steps().at()).hasSize(3);
    assertThat(first.outcomes()).isEmpty();
    // Half of the run is over.
    assertThat(first.secondsLeft()).isEqualTo(first.seconds());
    RunRecord last = recorder.record().orElseThrow();
    assertThat(last.ended()).isTrue();
    assertThat(last.secondsLeft()).isZero();
    assertThat(last.outcomes()).hasSize(4);
    assertThat(last.start().settings()).containsEntry("seed", "3");
    assertThat(last.start().environment()).containsKeys("TensorFlow", "Java", "processors");
    long version = recorder.version();
    ListenedRun.of(1, recorder);
    assertThat(recorder.version()).isGreaterThan(version);
    assertThat(recorder.record().orElseThrow().epochs()).hasSize(1);
  }

  @Test
  void aRunThatIsGoneOnWithHasTheEpochsBefore() {
    ListenedRun.part(folder, 4);
    RunRecorder recorder = new RunRecorder();
    List<RunRecord> seen = new ArrayList<>();
    TrainingListener looking =
        new TrainingListener() {
          @Override
          public void stepEnded(StepReport step) {
            seen.add(recorder.record().orElseThrow());
          }
        };
    ListenedRun.part(folder, 100, recorder, looking);
    RunRecord first = seen.get(0);
    assertThat(first.epochs()).extracting(EpochReport::epoch).containsExactly(1);
    assertThat(first.partBefore()).isEqualTo(4 / 9.0);
    // One step of the five that were left.
    assertThat(first.secondsLeft()).isCloseTo(4 * first.seconds(), within(1e-9));
    RunRecord last = recorder.record().orElseThrow();
    assertThat(last.epochs()).extracting(EpochReport::epoch).containsExactly(1, 2, 3);
    assertThat(last.steps().at()).hasSize(5);
    assertThat(last.notes())
        .containsExactly(
            "It was gone on with after step 1 of epoch 2; speed and time are those since then.");
    assertThat(last.ending().orElseThrow().why()).isEqualTo("it has had all its epochs");
  }

  /** The part of an epoch that a limit leaves is there, too. */
  @Test
  void aRunThatEndsEarlySaysWhy() {
    RunRecorder recorder = new RunRecorder();
    ListenedRun.part(folder, 4, recorder);
    RunRecord last = recorder.record().orElseThrow();
    assertThat(last.epochs()).extracting(EpochReport::epoch).containsExactly(1, 2);
    assertThat(last.ending())
        .contains(new RunRecord.RunEnding(false, "it has had the steps that it was given"));
  }

  @Test
  void whatARunWentBackOverIsForgotten() {
    RunRecorder recorder = new RunRecorder();
    List<RunRecord> seen = new ArrayList<>();
    TrainingListener looking =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochReport epoch) {
            seen.add(recorder.record().orElseThrow());
          }
        };
    History history = ListenedRun.backFromTheFourthStep(folder, recorder, looking);
    assertThat(history.epochs()).extracting(EpochReport::epoch).containsExactly(1, 2);
    assertThat(seen).hasSize(3);
    RunRecord last = seen.get(2);
    assertThat(last.epochs()).extracting(EpochReport::epoch).containsExactly(1, 2);
    assertThat(last.steps().at()).containsExactly(1 / 3.0, 2 / 3.0, 1, 1 + 1 / 3.0, 1 + 2 / 3.0, 2);
    assertThat(last.notes())
        .hasSize(2)
        .anyMatch(note -> note.startsWith("In step 1 of epoch 2 the loss of "))
        .contains("It went back to where it was after step 2 of epoch 1.");
  }

  @Test
  void jsonHoldsWhatPagesDraw() throws IOException {
    RunRecorder recorder = new RunRecorder();
    ListenedRun.of(2, recorder);
    RunRecord run = recorder.record().orElseThrow();
    Map<String, Object> tree = JSON.std.mapFrom(RecordJson.of(Optional.of(run)));
    assertThat(tree).containsEntry("model", "Garden").containsEntry("ended", true);
    assertThat(tree).containsEntry("tasks", List.of("tasty", "family", "height", "uses"));
    Map<?, ?> epoch = (Map<?, ?>) ((List<?>) tree.get("history")).get(1);
    assertThat(((Number) ((List<?>) epoch.get("losses")).get(2)).floatValue())
        .isEqualTo(run.epochs().get(1).losses().get(2).floatValue());
    Map<?, ?> curve = (Map<?, ?>) tree.get("curve");
    assertThat((List<?>) curve.get("rate")).hasSize(6);
    Map<?, ?> outcome = (Map<?, ?>) ((List<?>) tree.get("outcomes")).get(0);
    Map<?, ?> scores = (Map<?, ?>) ((List<?>) outcome.get("scores")).get(0);
    List<?> roc = (List<?>) scores.get("roc");
    assertThat(roc.get(0)).isEqualTo(List.of(0.0, 0.0));
    assertThat(roc.get(roc.size() - 1)).isEqualTo(List.of(1.0, 1.0));
    assertThat(RecordJson.of(Optional.empty())).isEqualTo("null");
  }
}
