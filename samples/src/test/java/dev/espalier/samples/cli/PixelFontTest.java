package dev.espalier.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.draw.PixelFont;
import java.awt.Shape;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PixelFontTest {

  @Test
  void anLIsALeftAndALowerEdge() {
    assertThat(dots("L")).isEqualTo("#....\n#....\n#....\n#....\n#....\n#....\n#####\n");
  }

  @Test
  void lettersFollowEachOtherADotApart() {
    assertThat(PixelFont.width("LL")).isEqualTo(11);
    assertThat(PixelFont.outline("LL").getBounds().width).isEqualTo(11);
    assertThat(PixelFont.outline("LL").contains(6.5, .5)).isTrue();
    assertThat(PixelFont.outline("LL").contains(5.5, 6.5)).isFalse();
  }

  @Test
  void everySignLooksDifferent() {
    Set<String> seen = new HashSet<>();
    for (char sign : "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:-+=%/()\u2713\u2717? ".toCharArray()) {
      assertThat(seen.add(dots(String.valueOf(sign)))).as("%s", sign).isTrue();
    }
  }

  @Test
  void smallLettersAreCapitalsAndTheUnknownIsAQuestion() {
    assertThat(dots("q")).isEqualTo(dots("Q"));
    assertThat(dots("\u20ac")).isEqualTo(dots("?"));
  }

  private static String dots(String sign) {
    Shape shape = PixelFont.outline(sign);
    StringBuilder dots = new StringBuilder();
    for (int y = 0; y < PixelFont.HEIGHT; y++) {
      for (int x = 0; x < 5; x++) {
        dots.append(shape.contains(x + .5, y + .5) ? '#' : '.');
      }
      dots.append('\n');
    }
    return dots.toString();
  }
}
