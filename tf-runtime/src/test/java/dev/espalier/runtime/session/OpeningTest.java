package dev.espalier.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTest {
  private final List<String> freed = new ArrayList<>();

  private void open(boolean done) {
    try (Opening opening = new Opening()) {
      opening.onFailure(() -> freed.add("first"));
      opening.onFailure(
          () -> {
            freed.add("second");
            throw new IllegalStateException("can't be freed");
          });
      opening.onFailure(() -> freed.add("third"));
      if (done) {
        opening.done();
      } else {
        throw new AssertionError("on purpose");
      }
    }
  }

  @Test
  void freesEverythingFromTheLastOnIfAnythingFails() {
    assertThatThrownBy(() -> open(false)).isInstanceOf(AssertionError.class);
    assertThat(freed).containsExactly("third", "second", "first");
  }

  @Test
  void keepsWhatIsDone() {
    open(true);
    assertThat(freed).isEmpty();
  }
}
