package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.TrainingException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  @Test
  void whatFailsToBeFreedHoldsNobodyUp() {
    Lifecycle lifecycle =
        new Lifecycle(
            () -> {
              throw new IllegalStateException("on purpose");
            });
    assertThatThrownBy(
            () ->
                lifecycle.use(
                    () -> {
                      lifecycle.close();
                      return 1;
                    }))
        .hasMessage("on purpose");
    assertThatThrownBy(
            () ->
                CompletableFuture.supplyAsync(() -> lifecycle.use(() -> 1))
                    .get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(TrainingException.class);
  }
}
