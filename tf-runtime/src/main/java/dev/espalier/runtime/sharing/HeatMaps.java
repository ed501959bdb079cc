package dev.espalier.runtime.sharing;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.draw.PixelFont;
import dev.espalier.runtime.file.AtomicFile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures of tables, one below the other: a cell for each number. */
final class HeatMaps {
  private static final int DOT = 2;
  private static final int LINE = PixelFont.HEIGHT * DOT;
  private static final int PAD = 8;
  private static final int CELL = LINE + 3 * PAD;
  private static final Color PAPER = Color.WHITE;
  private static final Color INK = new Color(0x1b1f27);
  private static final Color NONE = new Color(0xeceef2);
  private static final Color GREAT = new Color(0x0b4f8a);
  private static final Color NEGATIVE = new Color(0xa3242b);

  private HeatMaps() {}

  static void write(Path file, List<SharingTable> tables) {
    BufferedImage picture = draw(tables);
    try {
      AtomicFile.write(file, out -> png(picture, out), channel -> {});
    } catch (IOException e) {
      throw new EspalierException(
          "Can't write the picture " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private static void png(BufferedImage picture, OutputStream out) throws IOException {
    // Not a stream's own cache, which is a file of the system's temporary folder.
    MemoryCacheImageOutputStream cache = new MemoryCacheImageOutputStream(out);
    if (!ImageIO.write(picture, "png", cache)) {
      throw new IOException("this Java writes no PNG");
    }
    cache.flush();
  }

  static BufferedImage draw(List<SharingTable> tables) {
    int width = tables.stream().mapToInt(HeatMaps::width).max().orElse(1);
    int height = tables.stream().mapToInt(HeatMaps::height).sum();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setColor(PAPER);
    g.fillRect(0, 0, width, height);
    for (SharingTable table : tables) {
      draw(g, table);
      g.translate(0, height(table));
    }
    g.dispose();
    return picture;
  }

  private static int width(SharingTable table) {
    return 2 * PAD + labels(table) + table.columns().size() * cellWidth(table);
  }

  private static int height(SharingTable table) {
    return 2 * PAD + LINE + PAD + table.rows().size() * CELL;
  }

  /** The width of what stands to the left of the cells. */
  private static int labels(SharingTable table) {
    int names = table.rows().stream().mapToInt(HeatMaps::width).max().orElse(0);
    return Math.max(names, width(table.name())) + PAD;
  }

  private static int cellWidth(SharingTable table) {
    int names = table.columns().stream().mapToInt(HeatMaps::width).max().orElse(0);
    return Math.max(names, width("-0.000")) + PAD;
  }

  private static int width(String text) {
    return PixelFont.width(text) * DOT;
  }

  private static void draw(Graphics2D g, SharingTable table) {
    int left = PAD + labels(table);
    int wide = cellWidth(table);
    double greatest = greatest(table);
    text(g, table.name(), PAD, PAD, INK);
    for (int column = 0; column < table.columns().size(); column++) {
      String name = table.columns().get(column);
      text(g, name, left + column * wide + (wide - width(name)) / 2, PAD, INK);
    }
    for (int row = 0; row < table.rows().size(); row++) {
      int top = 2 * PAD + LINE + row * CELL;
      text(g, table.rows().get(row), PAD, top + (CELL - LINE) / 2, INK);
      for (int column = 0; column < table.columns().size(); column++) {
        double value = table.values().get(row).get(column);
        Color fill = colour(value, greatest);
        g.setColor(fill);
        g.fillRect(left + column * wide, top, wide - 1, CELL - 1);
        String number = SharingTable.text(value);
        int x = left + column * wide + (wide - width(number)) / 2;
        text(g, number, x, top + (CELL - LINE) / 2, isDark(fill) ? PAPER : INK);
      }
    }
  }

  /** The greatest number of a table without its sign. */
  private static double greatest(SharingTable table) {
    return table.values().stream()
        .flatMap(List::stream)
        .filter(value -> !Double.isNaN(value))
        .mapToDouble(Math::abs)
        .max()
        .orElse(1);
  }

  static Color colour(double value, double greatest) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    double share = greatest == 0 ? 0 : Math.min(1, Math.abs(value) / greatest);
    Color to = value < 0 ? NEGATIVE : GREAT;
    return new Color(
        between(PAPER.getRed(), to.getRed(), share),
        between(PAPER.getGreen(), to.getGreen(), share),
        between(PAPER.getBlue(), to.getBlue(), share));
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }

  private static boolean isDark(Color colour) {
    return 3 * colour.getRed() + 6 * colour.getGreen() + colour.getBlue() < 5 * 255;
  }

  private static void text(Graphics2D g, String text, int x, int y, Color colour) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(DOT, DOT);
    g.setColor(colour);
    g.fill(place.createTransformedShape(PixelFont.outline(text.replace('_', ' '))));
  }
}
