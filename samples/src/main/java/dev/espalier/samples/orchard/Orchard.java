package dev.espalier.samples.orchard;

import dev.espalier.samples.orchard.Tree.Variety;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trees whose three labels follow from the same three traits, which are hard to see: that is what
 * tasks can learn together.
 *
 * <p>A spectrum x is standard normal; a trait is a product of two views of it, {@code h_k = tanh(2
 * (u_k'x) (v_k'x))} with unit vectors u and v that are the same for all seeds. A tree is healthy
 * with the probability {@code sigmoid(4 (h_1 + h_2 + h_3))}; its variety is that of its greatest
 * trait; its harvest is {@code 10 + 3 (h_1 - 2 h_2 + h_3)}; all with some noise.
 */
final class Orchard {
  /** Numbers in a spectrum. */
  private static final int BANDS = 12;

  private static final int TRAITS = Variety.values().length;
  private static final double[] HEALTH = {4, 4, 4};
  private static final double[] HARVEST = {3, -6, 3};
  private static final double NOISE = 0.1;

  private final SplittableRandom random;
  private final double[][] left;
  private final double[][] right;

  Orchard(long seed) {
    SplittableRandom nature = new SplittableRandom(4);
    left = units(nature);
    right = units(nature);
    random = new SplittableRandom(seed);
  }

  /** The next trees, with all their labels. */
  List<Tree> grow(int count) {
    List<Tree> trees = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      trees.add(tree());
    }
    return trees;
  }

  /** The same tree; each label is there with a probability, whatever became of the others. */
  Tree lookedAt(Tree tree, double probability) {
    return new Tree(
        tree.spectrum(),
        random.nextDouble() < probability ? tree.healthy() : null,
        random.nextDouble() < probability ? tree.variety() : null,
        random.nextDouble() < probability ? tree.harvest() : null);
  }

  private Tree tree() {
    float[] spectrum = new float[BANDS];
    for (int i = 0; i < BANDS; i++) {
      spectrum[i] = (float) gaussian(random);
    }
    double[] h = new double[TRAITS];
    for (int k = 0; k < TRAITS; k++) {
      double product = along(left[k], spectrum) * along(right[k], spectrum);
      h[k] = StrictMath.tanh(2 * product) + NOISE * gaussian(random);
    }
    boolean healthy = random.nextDouble() < 1 / (1 + StrictMath.exp(-dot(HEALTH, h)));
    return new Tree(spectrum, healthy, variety(h), (float) (10 + dot(HARVEST, h)));
  }

  private static Variety variety(double[] h) {
    int best = 0;
    for (int k = 1; k < TRAITS; k++) {
      best = h[k] > h[best] ? k : best;
    }
    return Variety.values()[best];
  }

  private static double along(double[] vector, float[] spectrum) {
    double sum = 0;
    for (int i = 0; i < BANDS; i++) {
      sum += vector[i] * spectrum[i];
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[][] units(SplittableRandom random) {
    double[][] units = new double[TRAITS][BANDS];
    for (double[] unit : units) {
      for (int i = 0; i < BANDS; i++) {
        unit[i] = gaussian(random);
      }
      double length = Math.sqrt(dot(unit, unit));
      for (int i = 0; i < BANDS; i++) {
        unit[i] /= length;
      }
    }
    return units;
  }

  /** Box and Muller's transform in {@link StrictMath}: the same bits on every machine. */
  private static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }
}
