package dev.espalier.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void theMedianIsTheMiddle() {
    assertThat(new Sample(9, 1, 5).median()).isEqualTo(5);
    assertThat(new Sample(9, 1, 5, 4).median()).isEqualTo(4.5);
    assertThat(new Sample(9, 1, 5).least()).isEqualTo(1);
  }

  @Test
  void ratiosAreTakenPairByPair() {
    // Twice as slow in every pair, though the machine was ever busier.
    assertThat(new Sample(2, 4, 20).over(new Sample(1, 2, 10)).values()).containsExactly(2, 2, 2);
  }

  @Test
  void everyOtherRoundGoesBackwardsAndTheWarmUpDoesNotCount() {
    List<String> calls = new ArrayList<>();
    Comparison comparison =
        Comparison.inTurns(
            1,
            2,
            List.of(
                () -> {
                  calls.add("a");
                  return calls.size();
                },
                () -> {
                  calls.add("b");
                  return calls.size() * 100;
                }));
    assertThat(calls).containsExactly("b", "a", "a", "b", "b", "a");
    assertThat(comparison.samples().get(0).values()).containsExactly(3, 6);
    assertThat(comparison.median(1)).isEqualTo(450);
  }
}
