package dev.espalier.benchmarks;

import java.util.Random;

/**
 * Synthetic rows of {@value #FEATURES} features and two labels of mean 0 and variance about 1:
 * noisy sums of some features.
 *
 * @param count how many
 * @param features row-major
 * @param first label of the first task
 * @param second label of the second task
 */
record WideRows(int count, float[] features, float[] first, float[] second) {
  static final int FEATURES = 500;

  static WideRows random(int count, long seed) {
    Random random = new Random(seed);
    float[] features = new float[count * FEATURES];
    float[] first = new float[count];
    float[] second = new float[count];
    for (int row = 0; row < count; row++) {
      int start = row * FEATURES;
      for (int i = 0; i < FEATURES; i++) {
        features[start + i] = (float) random.nextGaussian();
      }
      first[row] = label(features, start, random);
      second[row] = label(features, start + FEATURES / 2, random);
    }
    return new WideRows(count, features, first, second);
  }

  private static float label(float[] features, int start, Random random) {
    double sum = 0;
    for (int i = start; i < start + 16; i++) {
      sum += features[i];
    }
    return (float) (sum / 4 + 0.1 * random.nextGaussian());
  }
}
