package dev.espalier.samples.cli;

import dev.espalier.runtime.EspalierException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Pictures in a grid, row by row, each with what a model says of it drawn over it and written below
 * it; a PNG file.
 *
 * <p>Begun before training, so that a place that can't be written to is known before the time is
 * spent.
 */
public final class PictureSheet {
  private static final Color PAPER = new Color(0x16191f);
  private static final int GAP = 14;

  private final OutputFile file;
  private final int columns;
  private final int scale;
  private final List<SheetPicture> pictures = new ArrayList<>();

  /**
   * A sheet without pictures.
   *
   * @param columns pictures in a row
   * @param scale how many times larger pictures are shown
   * @throws EspalierException when the file's folder does not exist or can't be written to
   */
  public PictureSheet(Path file, int columns, int scale) {
    this.file = OutputFile.of("sheet", file);
    this.columns = columns;
    this.scale = scale;
  }

  /**
   * Adds a picture; all pictures of a sheet are of one size.
   *
   * @param pixels row by row, red, green and blue of each
   * @return what can be drawn over it
   */
  public SheetPicture add(byte[] pixels, int height, int width) {
    SheetPicture picture = new SheetPicture(pixels, height, width, scale);
    pictures.add(picture);
    return picture;
  }

  /** Writes the file: there is the whole of it, or what was there before. */
  public void write() {
    BufferedImage sheet = draw();
    file.write(
        out -> {
          if (!ImageIO.write(sheet, "png", out)) {
            throw new IOException("this Java writes no PNG");
          }
        });
  }

  /** Where the file is. */
  public Path file() {
    return file.path();
  }

  private BufferedImage draw() {
    int width = pictures.stream().mapToInt(SheetPicture::width).max().orElse(0) + GAP;
    int height = pictures.stream().mapToInt(SheetPicture::height).max().orElse(0) + GAP;
    height += pictures.stream().mapToInt(SheetPicture::captionHeight).max().orElse(0);
    int rows = (pictures.size() + columns - 1) / columns;
    BufferedImage sheet =
        new BufferedImage(GAP + columns * width, GAP + rows * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(PAPER);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < pictures.size(); i++) {
      Graphics2D there = (Graphics2D) g.create();
      there.translate(GAP + i % columns * width, GAP + i / columns * height);
      pictures.get(i).draw(there);
      there.dispose();
    }
    g.dispose();
    return sheet;
  }
}
