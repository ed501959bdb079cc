package dev.espalier.runtime.draw;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A built-in font of five by seven dots, for a machine without fonts can draw no other text.
 *
 * <p>It has capitals, into which other letters are made, digits, {@code . , : - + = % / ( ) ?}, a
 * tick and a cross; whatever else there is becomes a question mark.
 */
public final class PixelFont {
  /** Height of a line of text, in dots. */
  public static final int HEIGHT = 7;

  private static final int WIDTH = 5;
  private static final int ADVANCE = WIDTH + 1;

  private static final String[] SIGNS = {
    "ABCDEFGHIJKLM", "NOPQRSTUVWXYZ", "0123456789.,:", "-+=%/()\u2713\u2717? "
  };

  private static final String[] DOTS = {
    """
    .###. ####. .###. ####. ##### ##### .###. #...# .###. ..### #...# #.... #...#
    #...# #...# #...# #...# #.... #.... #...# #...# ..#.. ...#. #..#. #.... ##.##
    #...# #...# #.... #...# #.... #.... #.... #...# ..#.. ...#. #.#.. #.... #.#.#
    ##### ####. #.... #...# ####. ####. #.### ##### ..#.. ...#. ##... #.... #.#.#
    #...# #...# #.... #...# #.... #.... #...# #...# ..#.. ...#. #.#.. #.... #...#
    #...# #...# #...# #...# #.... #.... #...# #...# ..#.. #..#. #..#. #.... #...#
    #...# ####. .###. ####. ##### #.... .###. #...# .###. .##.. #...# ##### #...#
    """,
    """
    #...# .###. ####. .###. ####. .#### ##### #...# #...# #...# #...# #...# #####
    ##..# #...# #...# #...# #...# #.... ..#.. #...# #...# #...# #...# #...# ....#
    #.#.# #...# #...# #...# #...# #.... ..#.. #...# #...# #...# .#.#. .#.#. ...#.
    #.#.# #...# ####. #...# ####. .###. ..#.. #...# #...# #.#.# ..#.. ..#.. ..#..
    #..## #...# #.... #.#.# #.#.. ....# ..#.. #...# #...# #.#.# .#.#. ..#.. .#...
    #...# #...# #.... #..#. #..#. ....# ..#.. #...# .#.#. ##.## #...# ..#.. #....
    #...# .###. #.... .##.# #...# ####. ..#.. .###. ..#.. #...# #...# ..#.. #####
    """,
    """
    .###. ..#.. .###. .###. ...#. ##### .###. ##### .###. .###. ..... ..... .....
    #...# .##.. #...# #...# ..##. #.... #.... ....# #...# #...# ..... ..... ..#..
    #..## ..#.. ....# ....# .#.#. ####. #.... ...#. #...# #...# ..... ..... .....
    #.#.# ..#.. ..##. ..##. #..#. ....# ####. ..#.. .###. .#### ..... ..... .....
    ##..# ..#.. .#... ....# ##### ....# #...# .#... #...# ....# ..... ..... .....
    #...# ..#.. #.... #...# ...#. #...# #...# .#... #...# ....# ..... ..#.. ..#..
    .###. .###. ##### .###. ...#. .###. .###. .#... .###. .###. ..#.. .#... .....
    """,
    """
    ..... ..... ..... ##..# ....# ...#. .#... ..... ..... .###. .....
    ..... ..#.. ..... ##.#. ....# ..#.. ..#.. ....# #...# #...# .....
    ..... ..#.. ##### ...#. ...#. .#... ...#. ....# .#.#. ....# .....
    .###. ##### ..... ..#.. ..#.. .#... ...#. ...#. ..#.. ..##. .....
    ..... ..#.. ##### .#... .#... .#... ...#. #..#. .#.#. ..#.. .....
    ..... ..#.. ..... .#.## #.... ..#.. ..#.. .##.. #...# ..... .....
    ..... ..... ..... #..## #.... ...#. .#... ..#.. ..... ..#.. .....
    """
  };

  private static final Map<Character, Path2D> GLYPHS = glyphs();

  private PixelFont() {}

  /** How many dots wide a text is. */
  public static int width(String text) {
    return Math.max(0, text.length() * ADVANCE - 1);
  }

  /** The dots of a text as squares of side 1; the upper left corner is at 0, 0. */
  public static Shape outline(String text) {
    Path2D outline = new Path2D.Double();
    String capitals = text.toUpperCase(Locale.ROOT);
    for (int i = 0; i < capitals.length(); i++) {
      Path2D glyph = new Path2D.Double(GLYPHS.getOrDefault(capitals.charAt(i), GLYPHS.get('?')));
      glyph.transform(AffineTransform.getTranslateInstance(i * ADVANCE, 0));
      outline.append(glyph, false);
    }
    return outline;
  }

  private static Map<Character, Path2D> glyphs() {
    Map<Character, Path2D> glyphs = new HashMap<>();
    for (int band = 0; band < SIGNS.length; band++) {
      String[] rows = DOTS[band].split("\n");
      for (int i = 0; i < SIGNS[band].length(); i++) {
        glyphs.put(SIGNS[band].charAt(i), glyph(rows, i * ADVANCE));
      }
    }
    return Map.copyOf(glyphs);
  }

  private static Path2D glyph(String[] rows, int from) {
    Path2D glyph = new Path2D.Double();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (rows[y].charAt(from + x) == '#') {
          glyph.append(new Rectangle2D.Double(x, y, 1, 1), false);
        }
      }
    }
    return glyph;
  }
}
