package dev.espalier.samples.cli;

import dev.espalier.runtime.draw.PixelFont;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A picture of a {@link PictureSheet}; what is added later lies above. */
public final class SheetPicture {
  private static final Color RIGHT = new Color(0xd5dae3);
  private static final Color WRONG = new Color(0xff6b60);
  private static final int DOT = 2;
  private static final int LINE = (PixelFont.HEIGHT + 3) * DOT;

  private final int pictureHeight;
  private final int pictureWidth;
  private final int scale;
  private final BufferedImage shown;
  private final List<Text> caption = new ArrayList<>();

  private record Text(String text, Color color) {}

  private record Placed(Text text, int x, int y) {}

  SheetPicture(byte[] pixels, int height, int width, int scale) {
    if (pixels.length != 3 * height * width) {
      throw new IllegalArgumentException(
          "A picture of %d x %d should have %d bytes, found %d"
              .formatted(height, width, 3 * height * width, pixels.length));
    }
    this.pictureHeight = height;
    this.pictureWidth = width;
    this.scale = scale;
    shown = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        int at = 3 * (y / scale * width + x / scale);
        shown.setRGB(x, y, rgb(pixels[at], pixels[at + 1], pixels[at + 2]));
      }
    }
  }

  private static int rgb(byte red, byte green, byte blue) {
    return (red & 255) << 16 | (green & 255) << 8 | blue & 255;
  }

  /**
   * Lays colours over pixels by their classes.
   *
   * @param classes of each pixel, row by row
   * @param colors of the classes; null, and a class beyond them, leaves a pixel as it is. How much
   *     shines through is said by the colour's alpha
   */
  public SheetPicture mask(byte[] classes, Color... colors) {
    BufferedImage veil =
        new BufferedImage(pictureWidth, pictureHeight, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < classes.length; i++) {
      int of = classes[i] & 255;
      if (of < colors.length && colors[of] != null) {
        veil.setRGB(i % pictureWidth, i / pictureWidth, colors[of].getRGB());
      }
    }
    Graphics2D g = shown.createGraphics();
    g.drawImage(veil, 0, 0, width(), height(), null);
    g.dispose();
    return this;
  }

  /**
   * Draws a box's outline.
   *
   * @param box the centre's x and y, width and height, as parts of the picture's
   */
  public SheetPicture box(float[] box, Color color) {
    Graphics2D g = shown.createGraphics();
    g.setColor(color);
    g.setStroke(new BasicStroke(2));
    g.draw(
        new Rectangle2D.Double(
            (box[0] - box[2] / 2) * width(),
            (box[1] - box[3] / 2) * height(),
            box[2] * width(),
            box[3] * height()));
    g.dispose();
    return this;
  }

  /** Writes a plain text below the picture, behind what is there or in the next line. */
  public SheetPicture caption(String text) {
    caption.add(new Text(text, RIGHT));
    return this;
  }

  /** Writes a prediction below the picture, with a cross and in red where it is wrong. */
  public SheetPicture caption(String text, boolean right) {
    caption.add(right ? new Text(text, RIGHT) : new Text(text + "\u2717", WRONG));
    return this;
  }

  /** Writes a text below the picture in a colour of its own, such as a mask's. */
  public SheetPicture caption(String text, Color color) {
    caption.add(new Text(text, color));
    return this;
  }

  int width() {
    return pictureWidth * scale;
  }

  int height() {
    return pictureHeight * scale;
  }

  /** From the picture's lower edge to below the last line of text. */
  int captionHeight() {
    return placed().stream().mapToInt(text -> text.y() + LINE - height()).max().orElse(0);
  }

  void draw(Graphics2D g) {
    g.drawImage(shown, 0, 0, null);
    for (Placed text : placed()) {
      AffineTransform place = AffineTransform.getTranslateInstance(text.x(), text.y());
      place.scale(DOT, DOT);
      g.setColor(text.text().color());
      g.fill(place.createTransformedShape(PixelFont.outline(text.text().text())));
    }
  }

  /** Behind each other, in a new line where one is full. */
  private List<Placed> placed() {
    List<Placed> placed = new ArrayList<>();
    int x = 0;
    int y = height() + 3 * DOT;
    for (Text text : caption) {
      int wide = PixelFont.width(text.text()) * DOT;
      if (x > 0 && x + wide > width()) {
        x = 0;
        y += LINE;
      }
      placed.add(new Placed(text, x, y));
      x += wide + 6 * DOT;
    }
    return placed;
  }
}
