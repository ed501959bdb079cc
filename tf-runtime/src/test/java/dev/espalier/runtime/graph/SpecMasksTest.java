package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class SpecMasksTest {
  private static final int ROWS = 3000;
  private static final int FRAMES = 8;
  private static final int BANDS = 5;

  /** One stretch of each kind, so that what is hidden says where they were drawn. */
  @Test
  void stretchesAreHiddenByTheMean() {
    try (Probe probe = probe(ROWS).train(true)) {
      float[] x = probe.of("x").data();
      float[] out = probe.run(SpecMasks.specMask(probe, "m", probe.input("x"), 1, 3, 1, 1));
      int[] lengths = new int[FRAMES + 1];
      int[] places = new int[FRAMES];
      for (int row = 0; row < ROWS; row++) {
        double mean = mean(x, row);
        boolean[] frames = new boolean[FRAMES];
        boolean[] bands = new boolean[BANDS];
        for (int frame = 0; frame < FRAMES; frame++) {
          frames[frame] = true;
          for (int band = 0; band < BANDS; band++) {
            frames[frame] &= isHidden(x, out, row, frame, band);
          }
        }
        for (int band = 0; band < BANDS; band++) {
          bands[band] = true;
          for (int frame = 0; frame < FRAMES; frame++) {
            bands[band] &= isHidden(x, out, row, frame, band);
          }
        }
        int length = 0;
        int starts = 0;
        for (int frame = 0; frame < FRAMES; frame++) {
          length += frames[frame] ? 1 : 0;
          places[frame] += frames[frame] ? 1 : 0;
          starts += frames[frame] && (frame == 0 || !frames[frame - 1]) ? 1 : 0;
          for (int band = 0; band < BANDS; band++) {
            int i = (row * FRAMES + frame) * BANDS + band;
            boolean hidden = frames[frame] || bands[band];
            assertThat(out[i]).isCloseTo(hidden ? (float) mean : x[i], within(1e-5f));
          }
        }
        lengths[length]++;
        assertThat(starts).isLessThanOrEqualTo(1);
      }
      for (int length = 0; length <= 3; length++) {
        assertThat(lengths[length] / (double) ROWS).isCloseTo(1 / 4.0, within(0.04));
      }
      // Every place can be hidden, the middle more often than the borders.
      assertThat(places[0]).isGreaterThan(ROWS / 12);
      assertThat(places[FRAMES - 1]).isCloseTo(places[0], within(ROWS / 25));
      assertThat(places[FRAMES / 2]).isGreaterThan(places[0]);
    }
  }

  @Test
  void gradientsGoWhereTheValuesCameFrom() {
    try (Probe probe = probe(4).train(true)) {
      Operand<TFloat32> y = SpecMasks.specMask(probe, "m", probe.input("x"), 2, 2, 1, 2);
      float[] x = probe.of("x").data();
      float[] out = probe.run(y);
      boolean[] hidden = new boolean[x.length];
      for (int i = 0; i < x.length; i++) {
        hidden[i] = out[i] != x[i];
      }
      assertThat(hidden).contains(true, false);
      Reference reference =
          in -> {
            double[] expected = in.get("x").clone();
            for (int i = 0; i < expected.length; i++) {
              int row = i / (FRAMES * BANDS);
              double sum = 0;
              for (int j = 0; j < FRAMES * BANDS; j++) {
                sum += in.get("x")[row * FRAMES * BANDS + j];
              }
              expected[i] = hidden[i] ? sum / (FRAMES * BANDS) : expected[i];
            }
            return expected;
          };
      reference.check(probe, y, "x");
    }
  }

  @Test
  void drawsAreAFunctionOfStepAndPath() {
    try (Probe probe = probe(50).train(true).step(1)) {
      Operand<TFloat32> x = probe.input("x");
      Operand<TFloat32> here = SpecMasks.specMask(probe, "here", x, 1, 4, 1, 3);
      float[] first = probe.run(here);
      assertThat(probe.run(here)).isEqualTo(first);
      assertThat(probe.run(SpecMasks.specMask(probe, "there", x, 1, 4, 1, 3))).isNotEqualTo(first);
      assertThat(probe.step(2).run(here)).isNotEqualTo(first);
      assertThat(probe.step(1).run(here)).isEqualTo(first);
    }
  }

  /** Stretches longer than what they lie in are cut to it, and none at all hide nothing. */
  @Test
  void allOrNothing() {
    try (Probe probe = probe(20).train(true)) {
      Operand<TFloat32> x = probe.input("x");
      assertThat(probe.run(SpecMasks.specMask(probe, "m", x, 0, 3, 0, 3)))
          .isEqualTo(probe.of("x").data());
      assertThat(probe.run(SpecMasks.specMask(probe, "m", x, 2, 99, 0, 0)))
          .isNotEqualTo(probe.of("x").data());
    }
  }

  @Test
  void isNothingOutsideTraining() {
    try (Probe probe = probe(20)) {
      Operand<TFloat32> x = probe.input("x");
      assertThat(SpecMasks.specMask(probe, "m", x, 2, 4, 2, 3)).isSameAs(x);
    }
  }

  private static boolean isHidden(float[] x, float[] out, int row, int frame, int band) {
    int i = (row * FRAMES + frame) * BANDS + band;
    return out[i] != x[i];
  }

  private static double mean(float[] x, int row) {
    double sum = 0;
    for (int i = 0; i < FRAMES * BANDS; i++) {
      sum += x[row * FRAMES * BANDS + i];
    }
    return sum / (FRAMES * BANDS);
  }

  private static Probe probe(int rows) {
    return new Probe(true).with("x", Values.normal(5, Shape.of(rows, FRAMES, BANDS).asArray()));
  }
}
