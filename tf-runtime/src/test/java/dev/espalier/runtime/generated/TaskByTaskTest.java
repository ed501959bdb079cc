package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.generated.CheckedModels.Checked;
import dev.espalier.runtime.train.run.History;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches of one task hold what its step asks for, be it little or much. */
class TaskByTaskTest {

  static Stream<Checked> models() {
    return CheckedModels.all().stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyTaskLearnsFromBatchesOfItsOwn(Checked model) {
    History history = model.taskByTask().get();
    assertThat(history.tasks()).isNotEmpty();
    for (double loss : history.last().losses()) {
      assertThat(loss).isFinite();
    }
  }
}
