package dev.espalier.samples.shapes;

import dev.espalier.runtime.draw.PixelFont;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * A word on a slip of paper.
 *
 * @param text the word
 * @param place from the font's dots, with a margin of two around the text, to the picture
 * @param color the paper's
 * @param ink the letters'
 */
record Slip(String text, AffineTransform place, Color color, Color ink) {
  private static final int MARGIN = 2;

  /** The paper's outline in the picture. */
  Shape paper() {
    return place.createTransformedShape(
        new Rectangle2D.Double(
            0, 0, PixelFont.width(text) + 2 * MARGIN, PixelFont.HEIGHT + 2 * MARGIN));
  }

  void draw(Graphics2D g) {
    g.setColor(color);
    g.fill(paper());
    AffineTransform letters = new AffineTransform(place);
    letters.translate(MARGIN, MARGIN);
    g.setColor(ink);
    g.fill(letters.createTransformedShape(PixelFont.outline(text)));
  }
}
