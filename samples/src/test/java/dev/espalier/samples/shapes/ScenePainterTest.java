package dev.espalier.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScenePainterTest {
  private static final int SIZE = Scene.SIZE;
  private static final List<Scene> SCENES = new ScenePainter(5).paint(600);

  @Test
  void equalSeedsPaintEqualScenes() {
    Scene one = SCENES.get(1);
    Scene same = new ScenePainter(5).paint(2).get(1);
    Scene other = new ScenePainter(6).paint(2).get(1);
    assertThat(same.picture()).isEqualTo(one.picture());
    assertThat(same.mask()).isEqualTo(one.mask());
    assertThat(same.box()).isEqualTo(one.box());
    assertThat(other.picture()).isNotEqualTo(one.picture());
  }

  @Test
  void everyClassOccursAndOneInTenHasNoWord() {
    assertThat(values(Scene::shape)).containsExactlyInAnyOrder(Scene.Shape.values());
    assertThat(values(Scene::color)).containsExactlyInAnyOrder(Scene.Color.values());
    assertThat(values(Scene::word)).containsExactlyInAnyOrder(Scene.Word.values());
    long without = SCENES.stream().filter(scene -> scene.word() == null).count();
    assertThat(without).isBetween(30L, 90L);
  }

  /** Where nothing covers the shape, the box is the mask's, to a pixel's half at each side. */
  @Test
  void theBoxHoldsTheMaskTightly() {
    for (Scene scene : SCENES) {
      int[] x = {SIZE, 0};
      int[] y = {SIZE, 0};
      for (int i = 0; i < SIZE * SIZE; i++) {
        if (scene.mask()[i] == Scene.SHAPE) {
          x[0] = Math.min(x[0], i % SIZE);
          x[1] = Math.max(x[1], i % SIZE + 1);
          y[0] = Math.min(y[0], i / SIZE);
          y[1] = Math.max(y[1], i / SIZE + 1);
        }
      }
      float[] box = scene.box();
      assertSide(scene, box[0] - box[2] / 2, x[0], 1);
      assertSide(scene, box[0] + box[2] / 2, x[1], -1);
      assertSide(scene, box[1] - box[3] / 2, y[0], 1);
      assertSide(scene, box[1] + box[3] / 2, y[1], -1);
    }
  }

  private static void assertSide(Scene scene, double part, int pixel, int inwards) {
    assertThat(part).isBetween(-1e-6, 1 + 1e-6);
    double inside = inwards * (pixel - part * SIZE);
    assertThat(inside).isGreaterThan(-0.51);
    if (scene.word() == null) {
      // The pixels of a sharp corner may lie a little inside of it.
      assertThat(inside).isLessThan(2.6);
    }
  }

  @Test
  void theMaskSaysWhereTheColorIs() {
    for (Scene scene : SCENES) {
      double[] mean = mean(scene, Scene.SHAPE);
      float[] hsb = Color.RGBtoHSB((int) mean[0], (int) mean[1], (int) mean[2], null);
      // Turned by 40 degrees, so that red does not lie at both ends.
      double degrees = (hsb[0] * 360 + 40) % 360;
      double expected = new double[] {36, 66, 94, 165, 255, 325}[scene.color().ordinal()];
      assertThat(degrees).isCloseTo(expected, within(11.0));
    }
  }

  @Test
  void aWordStandsOnItsPaper() {
    for (Scene scene : SCENES) {
      int paper = 0;
      for (byte of : scene.mask()) {
        paper += of == Scene.PAPER ? 1 : 0;
      }
      if (scene.word() == null) {
        assertThat(paper).isZero();
      } else {
        // 27 by 11 dots, each of 1.25 to 1.6 pixels.
        assertThat(paper).isBetween(440, 790);
        double[] mean = mean(scene, Scene.PAPER);
        assertThat(mean[0]).isCloseTo(mean[2], within(12.0));
      }
    }
  }

  private static double[] mean(Scene scene, byte of) {
    double[] mean = new double[3];
    int count = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
      if (scene.mask()[i] == of) {
        count++;
        for (int channel = 0; channel < 3; channel++) {
          mean[channel] += scene.picture()[3 * i + channel] & 255;
        }
      }
    }
    for (int channel = 0; channel < 3; channel++) {
      mean[channel] /= count;
    }
    return mean;
  }

  private static <T> Set<T> values(Function<Scene, T> of) {
    return SCENES.stream()
        .map(of)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
