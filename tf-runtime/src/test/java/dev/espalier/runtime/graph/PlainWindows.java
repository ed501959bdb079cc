package dev.espalier.runtime.graph;

import dev.espalier.dsl.Padding;
import java.util.ArrayList;
import java.util.List;

/**
 * Windows over pictures in plain Java, said as the language says them: which positions of the input
 * each position of the output looks at.
 *
 * @param in batch, height, width and channels of what comes in
 * @param down the window in height
 * @param right the window in width
 */
record PlainWindows(int[] in, Side down, Side right) {

  /** A window along one axis. */
  record Side(int size, int stride, int dilation, Padding padding) {
    int places(int length) {
      int reach = (size - 1) * dilation + 1;
      return padding == Padding.SAME
          ? (int) Math.ceil((double) length / stride)
          : (length - reach) / stride + 1;
    }

    /** The position that an element looks at from a place; outside where it is none. */
    int at(int length, int place, int element) {
      int reach = (size - 1) * dilation + 1;
      int missing = Math.max(0, (places(length) - 1) * stride + reach - length);
      int before = padding == Padding.SAME ? missing / 2 : 0;
      return place * stride + element * dilation - before;
    }
  }

  static PlainWindows square(int[] in, Side side) {
    return new PlainWindows(in, side, side);
  }

  /** A position that an output looks at: which element of the window, which row and column. */
  record Look(int element, int row, int column) {}

  int height() {
    return down.places(in[1]);
  }

  int width() {
    return right.places(in[2]);
  }

  /** The positions inside that an output looks at. */
  List<Look> looks(int row, int column) {
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < down.size(); i++) {
      for (int j = 0; j < right.size(); j++) {
        int y = down.at(in[1], row, i);
        int x = right.at(in[2], column, j);
        if (y >= 0 && y < in[1] && x >= 0 && x < in[2]) {
          looks.add(new Look(i * right.size() + j, y, x));
        }
      }
    }
    return looks;
  }

  /** The values of one channel that an output looks at. */
  double[] values(double[] x, int batch, int row, int column, int channel) {
    return looks(row, column).stream()
        .mapToDouble(look -> x[index(batch, look.row(), look.column(), channel)])
        .toArray();
  }

  int index(int batch, int row, int column, int channel) {
    return ((batch * in[1] + row) * in[2] + column) * in[3] + channel;
  }

  /** The convolution with a kernel {@code [elements, channels, filters]}. */
  double[] convolved(double[] x, double[] kernel, double[] bias, int filters) {
    double[] y = new double[in[0] * height() * width() * filters];
    int at = 0;
    for (int batch = 0; batch < in[0]; batch++) {
      for (int row = 0; row < height(); row++) {
        for (int column = 0; column < width(); column++) {
          List<Look> looks = looks(row, column);
          for (int filter = 0; filter < filters; filter++) {
            double sum = bias[filter];
            for (Look look : looks) {
              for (int channel = 0; channel < in[3]; channel++) {
                sum +=
                    x[index(batch, look.row(), look.column(), channel)]
                        * kernel[(look.element() * in[3] + channel) * filters + filter];
              }
            }
            y[at++] = sum;
          }
        }
      }
    }
    return y;
  }
}
