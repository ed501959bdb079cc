package dev.espalier.runtime.data.statistics;

import dev.espalier.runtime.data.store.RowValues;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import java.util.Map;

/**
 * How the channels of a picture are scaled: {@code (byte - mean) / deviation}.
 *
 * @param mean of each channel, from 0 to 255
 * @param deviation of each channel, above 0
 */
public record PictureStatistics(double[] mean, double[] deviation) {

  /** What the declaration says, and where that is "standardize" what the training set says. */
  public static PictureStatistics of(
      Encoding.Picture encoding, RowValues<byte[]> column, int rows) {
    int channels = encoding.channels();
    double[] mean = new double[channels];
    double[] deviation = new double[channels];
    for (int c = 0; c < channels; c++) {
      deviation[c] = 1;
    }
    if (!encoding.mean().isEmpty()) {
      for (int c = 0; c < channels; c++) {
        mean[c] = 255 * encoding.mean().get(c);
        deviation[c] = 255 * encoding.deviation().get(c);
      }
      return new PictureStatistics(mean, deviation);
    }
    return switch (encoding.scale()) {
      case UNCHANGED -> new PictureStatistics(mean, deviation);
      case UNIT_INTERVAL -> {
        for (int c = 0; c < channels; c++) {
          deviation[c] = 255;
        }
        yield new PictureStatistics(mean, deviation);
      }
      case STANDARDIZE -> learnt(channels, column, rows);
    };
  }

  /** From how often each of the 256 values occurs in each channel: exact, and in one walk. */
  private static PictureStatistics learnt(int channels, RowValues<byte[]> column, int rows) {
    long[][] counts = new long[channels][256];
    for (int row = 0; row < rows; row++) {
      byte[] pixels = column.get(row);
      if (pixels != null) {
        for (int i = 0; i < pixels.length; i++) {
          counts[i % channels][pixels[i] & 0xFF]++;
        }
      }
    }
    double[] mean = new double[channels];
    double[] deviation = new double[channels];
    for (int c = 0; c < channels; c++) {
      double count = 0;
      double sum = 0;
      for (int value = 0; value < 256; value++) {
        count += counts[c][value];
        sum += (double) counts[c][value] * value;
      }
      mean[c] = count == 0 ? 0 : sum / count;
      double squares = 0;
      for (int value = 0; value < 256; value++) {
        squares += counts[c][value] * (value - mean[c]) * (value - mean[c]);
      }
      deviation[c] = squares > 0 ? Math.sqrt(squares / count) : 1;
    }
    return new PictureStatistics(mean, deviation);
  }

  /** As they are saved. */
  public Map<String, Object> toTree() {
    return Tree.sorted(Map.of("mean", Tree.list(mean), "deviation", Tree.list(deviation)));
  }

  /** As {@link #toTree} gave them. */
  public static PictureStatistics fromTree(Tree tree, int channels) {
    return new PictureStatistics(
        tree.doubles("mean", channels), tree.doubles("deviation", channels));
  }
}
