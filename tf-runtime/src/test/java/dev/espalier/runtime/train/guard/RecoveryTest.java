package dev.espalier.runtime.train.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.train.option.NonFinite;
import org.junit.jupiter.api.Test;

/** What a run remembers of steps that it could not take. */
class RecoveryTest {

  @Test
  void goesBackSoOftenAndSlowerEachTime() {
    Recovery recovery = new Recovery(NonFinite.goBack(0.5, 2));
    assertThat(recovery.factor()).isEqualTo(1);
    recovery.answered();
    assertThat(recovery.answer()).isEqualTo(NonFinite.goBack(0.5, 2));
    recovery.answered();
    assertThat(recovery.factor()).isEqualTo(0.25);
    assertThat(recovery.answer()).isEqualTo(NonFinite.stop());
  }

  /** A run that is gone on with keeps its smaller rate, and has no more trials than before. */
  @Test
  void goesOnFromWhatAnotherKept() {
    Recovery before = new Recovery(NonFinite.goBack(0.5, 2));
    before.answered();
    RunState state = new RunState();
    before.keep(state);
    Recovery recovery = new Recovery(NonFinite.goBack(0.5, 2));
    recovery.resume(state);
    assertThat(recovery.factor()).isEqualTo(0.5);
    recovery.answered();
    assertThat(recovery.answer()).isEqualTo(NonFinite.stop());
  }
}
