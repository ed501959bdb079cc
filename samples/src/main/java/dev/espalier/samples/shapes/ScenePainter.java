package dev.espalier.samples.shapes;

import dev.espalier.runtime.draw.PixelFont;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Draws scenes: a background with a gradient, lines and dots, one large shape at any place and
 * somewhat turned, a word on a slip of paper, and noise over all of it. Equal seeds draw equal
 * scenes.
 */
final class ScenePainter {
  private static final int SIZE = Scene.SIZE;
  private static final double LETTERLESS = 0.1;
  private static final double TURN = 0.4;
  private static final double NOISE = 10;

  private final SplittableRandom random;

  ScenePainter(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The next scenes. */
  List<Scene> paint(int count) {
    return Stream.generate(this::paint).limit(count).toList();
  }

  private Scene paint() {
    Scene.Shape kind = any(Scene.Shape.values());
    Scene.Color color = any(Scene.Color.values());
    double radius = between(13, 19);
    double x = between(radius, SIZE - radius);
    double y = between(radius, SIZE - radius);
    Shape shape = Outlines.of(kind, x, y, radius, between(-TURN, TURN));
    Optional<Scene.Word> word =
        random.nextDouble() < LETTERLESS ? Optional.empty() : Optional.of(any(Scene.Word.values()));
    // Where there is most room.
    Optional<Slip> slip = word.map(text -> slip(text, y < SIZE / 2.0));

    BufferedImage canvas = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = canvas.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    clutter(g);
    g.setColor(paint(color));
    g.fill(shape);
    slip.ifPresent(paper -> paper.draw(g));
    g.dispose();
    return new Scene(noisy(canvas), kind, color, word.orElse(null), box(shape), mask(shape, slip));
  }

  private void clutter(Graphics2D g) {
    Color from = muted();
    g.setPaint(
        new GradientPaint(
            (float) between(0, SIZE), 0, from, (float) between(0, SIZE), SIZE, muted()));
    g.fillRect(0, 0, SIZE, SIZE);
    for (int i = 0; i < 6; i++) {
      g.setColor(muted());
      g.setStroke(new BasicStroke((float) between(0.7, 2.5)));
      g.draw(
          new Line2D.Double(
              between(0, SIZE), between(0, SIZE), between(0, SIZE), between(0, SIZE)));
    }
    for (int i = 0; i < 7; i++) {
      g.setColor(paint(any(Scene.Color.values())));
      g.fill(
          new Ellipse2D.Double(between(0, SIZE), between(0, SIZE), between(2, 6), between(2, 6)));
    }
  }

  private Slip slip(Scene.Word word, boolean below) {
    double dot = between(1.25, 1.6);
    double width = (PixelFont.width(word.name()) + 4) * dot;
    double height = (PixelFont.HEIGHT + 4) * dot;
    double x = between(0, SIZE - width);
    double y = below ? SIZE - height - between(0, 8) : between(0, 8);
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(between(-0.08, 0.08), width / 2, height / 2);
    place.scale(dot, dot);
    boolean dark = random.nextBoolean();
    int paper = (int) (dark ? between(10, 50) : between(205, 245));
    int ink = (int) (dark ? between(205, 245) : between(10, 50));
    return new Slip(word.name(), place, new Color(paper, paper, paper), new Color(ink, ink, ink));
  }

  /** The centre, width and height of a shape, as parts of the picture's. */
  private static float[] box(Shape shape) {
    // An area's bounds are exact; a path's hold the control points of its curves, too.
    Rectangle2D bounds = new Area(shape).getBounds2D();
    return new float[] {
      (float) (bounds.getCenterX() / SIZE),
      (float) (bounds.getCenterY() / SIZE),
      (float) (bounds.getWidth() / SIZE),
      (float) (bounds.getHeight() / SIZE)
    };
  }

  private static byte[] mask(Shape shape, Optional<Slip> slip) {
    byte[] mask = new byte[SIZE * SIZE];
    Optional<Shape> paper = slip.map(Slip::paper);
    for (int i = 0; i < mask.length; i++) {
      // A pixel is what its middle is.
      Point2D pixel = new Point2D.Double(0.5 + i % SIZE, 0.5 + Math.floorDiv(i, SIZE));
      if (paper.isPresent() && paper.get().contains(pixel)) {
        mask[i] = Scene.PAPER;
      } else if (shape.contains(pixel)) {
        mask[i] = Scene.SHAPE;
      }
    }
    return mask;
  }

  private byte[] noisy(BufferedImage canvas) {
    byte[] pixels = new byte[3 * SIZE * SIZE];
    for (int i = 0; i < SIZE * SIZE; i++) {
      int rgb = canvas.getRGB(i % SIZE, i / SIZE);
      for (int channel = 0; channel < 3; channel++) {
        int value = rgb >> (16 - 8 * channel) & 255;
        pixels[3 * i + channel] = (byte) clipped(value + NOISE * random.nextGaussian());
      }
    }
    return pixels;
  }

  /** A colour that is nobody's: between grey and pale. */
  private Color muted() {
    return Color.getHSBColor(
        (float) random.nextDouble(), (float) between(0, 0.3), (float) between(0.25, 0.85));
  }

  /** A shade of a colour. */
  private Color paint(Scene.Color color) {
    double degrees =
        switch (color) {
          case RED -> 356;
          case ORANGE -> 26;
          case YELLOW -> 54;
          case GREEN -> 125;
          case BLUE -> 215;
          case PURPLE -> 285;
        };
    return Color.getHSBColor(
        (float) ((degrees + between(-6, 6)) / 360),
        (float) between(0.75, 1),
        (float) between(0.7, 1));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  private static int clipped(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
