package dev.espalier.runtime.data.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** The bytes of a picture at its own size. */
final class Pixels {
  private Pixels() {}

  /** {@code [height, width, channels]}. */
  static byte[] of(BufferedImage image, int channels) {
    return isGrey(image.getColorModel()) ? ofGrey(image, channels) : ofColours(image, channels);
  }

  private static boolean isGrey(ColorModel model) {
    return !(model instanceof IndexColorModel)
        && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /** Its samples as they are: getRGB would take them for linear light and brighten them. */
  private static byte[] ofGrey(BufferedImage image, int channels) {
    Raster raster = image.getRaster();
    int w = image.getWidth();
    int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
    boolean alpha = image.getColorModel().hasAlpha();
    boolean premultiplied = image.isAlphaPremultiplied();
    int mostAlpha = alpha ? (1 << image.getColorModel().getComponentSize(1)) - 1 : 1;
    byte[] pixels = new byte[image.getHeight() * w * channels];
    int[] samples = new int[w * raster.getNumBands()];
    for (int y = 0, to = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, w, 1, samples);
      for (int x = 0; x < w; x++) {
        float grey = 255f * samples[x * raster.getNumBands()] / most;
        if (alpha) {
          float opaque = (float) samples[x * raster.getNumBands() + 1] / mostAlpha;
          grey = (premultiplied ? grey : grey * opaque) + 255 * (1 - opaque);
        }
        for (int c = 0; c < channels; c++) {
          pixels[to++] = (byte) Math.min(255, Math.round(grey));
        }
      }
    }
    return pixels;
  }

  private static byte[] ofColours(BufferedImage image, int channels) {
    int w = image.getWidth();
    boolean alpha = image.getColorModel().hasAlpha();
    byte[] pixels = new byte[image.getHeight() * w * channels];
    int[] row = new int[w];
    for (int y = 0, to = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, w, 1, row, 0, w);
      for (int argb : row) {
        int rgb = alpha ? onWhite(argb) : argb;
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        if (channels == 1) {
          pixels[to++] = (byte) Math.round(0.299f * red + 0.587f * green + 0.114f * blue);
        } else {
          pixels[to++] = (byte) red;
          pixels[to++] = (byte) green;
          pixels[to++] = (byte) blue;
        }
      }
    }
    return pixels;
  }

  private static int onWhite(int argb) {
    int alpha = argb >>> 24;
    return overWhite(argb >> 16 & 0xFF, alpha) << 16
        | overWhite(argb >> 8 & 0xFF, alpha) << 8
        | overWhite(argb & 0xFF, alpha);
  }

  private static int overWhite(int value, int alpha) {
    return (value * alpha + 255 * (255 - alpha) + 127) / 255;
  }
}
