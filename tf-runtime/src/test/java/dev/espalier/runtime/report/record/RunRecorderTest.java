package dev.espalier.runtime.report.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.espalier.runtime.train.EpochReport;
import dev.espalier.runtime.train.ListenedRun;
import dev.espalier.runtime.train.TrainingListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunRecorderTest {

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
