package dev.espalier.runtime.data.image;

import dev.espalier.runtime.data.image.Placement.Axis;
import java.util.Arrays;

/**
 * Scales pixels by a triangle filter, first along rows and then along columns: bilinear when a
 * picture grows; when it shrinks, as wide as needed to take in every pixel of the source.
 */
final class AreaScaling {
  private AreaScaling() {}

  /** Pixels {@code [h, w, channels]} placed anew; where the source isn't, they are 0. */
  static byte[] scale(byte[] pixels, int channels, int h, int w, Placement placement) {
    Axis rows = placement.rows();
    Axis columns = placement.columns();
    Filter down = Filter.of(rows, h);
    Filter across = Filter.of(columns, w);
    int length = columns.covered() * channels;
    float[] narrow = new float[h * length];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < columns.covered(); x++) {
        for (int c = 0; c < channels; c++) {
          float sum = 0;
          for (int k = 0; k < across.weights[x].length; k++) {
            int source = (y * w + across.first[x] + k) * channels + c;
            sum += across.weights[x][k] * (pixels[source] & 0xFF);
          }
          narrow[y * length + x * channels + c] = sum;
        }
      }
    }
    byte[] scaled = new byte[rows.size() * columns.size() * channels];
    float[] row = new float[length];
    for (int y = 0; y < rows.covered(); y++) {
      sumRows(narrow, down.first[y], down.weights[y], row);
      int to = ((rows.from() + y) * columns.size() + columns.from()) * channels;
      for (int x = 0; x < length; x++) {
        scaled[to + x] = (byte) Math.max(0, Math.min(255, Math.round(row[x])));
      }
    }
    return scaled;
  }

  private static void sumRows(float[] narrow, int first, float[] weights, float[] row) {
    Arrays.fill(row, 0);
    for (int k = 0; k < weights.length; k++) {
      int from = (first + k) * row.length;
      for (int x = 0; x < row.length; x++) {
        row[x] += weights[k] * narrow[from + x];
      }
    }
  }

  /** For each pixel of the result, where in the source it begins to look and with what weights. */
  private record Filter(int[] first, float[][] weights) {

    static Filter of(Axis axis, int source) {
      int[] first = new int[axis.covered()];
      float[][] weights = new float[axis.covered()][];
      double reach = Math.max(1, axis.step());
      for (int i = 0; i < first.length; i++) {
        double middle = axis.middle(i);
        int from = (int) Math.max(0, Math.min(source - 1, Math.floor(middle - reach + 0.5)));
        int to = (int) Math.max(from + 1, Math.min(source, Math.floor(middle + reach + 0.5)));
        double[] exact = new double[to - from];
        double sum = 0;
        for (int k = 0; k < exact.length; k++) {
          exact[k] = Math.max(1e-9, 1 - Math.abs(from + k + 0.5 - middle) / reach);
          sum += exact[k];
        }
        first[i] = from;
        weights[i] = new float[exact.length];
        for (int k = 0; k < exact.length; k++) {
          weights[i][k] = (float) (exact[k] / sum);
        }
      }
      return new Filter(first, weights);
    }
  }
}
