package dev.espalier.runtime.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.EspalierException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables and pictures of known numbers. */
class LearntSharingTest {
  private static final SharingTable TABLE =
      new SharingTable(
          "level 1",
          List.of("click", "price"),
          List.of("click 1", "shared 1"),
          List.of(List.of(0.25, 0.75), List.of(Double.NaN, -1.0)));

  @TempDir Path folder;

  @Test
  void tablesAreAligned() {
    assertThat(TABLE)
        .hasToString(
            """
            level 1  click 1  shared 1
            click      0.250     0.750
            price          -    -1.000
            """);
    assertThat(new LearntSharing(List.of(TABLE, TABLE))).hasToString(TABLE + "\n" + TABLE);
  }

  @Test
  void namesThatThereAreNotAreToldWithThoseThatThereAre() {
    assertThat(TABLE.value("click", "shared 1")).isEqualTo(0.75);
    assertThatThrownBy(() -> TABLE.value("clack", "shared 1"))
        .isInstanceOf(EspalierException.class)
        .hasMessage("The table `level 1` has no row `clack`; there are click, price.");
    assertThatThrownBy(() -> TABLE.value("click", "shared 2"))
        .isInstanceOf(EspalierException.class)
        .hasMessage("The table `level 1` has no column `shared 2`; there are click 1, shared 1.");
  }

  @Test
  void greaterNumbersAreDarkerAndNegativeOnesRed() {
    assertThat(HeatMaps.colour(0, 1)).isEqualTo(Color.WHITE);
    assertThat(HeatMaps.colour(0, 0)).isEqualTo(Color.WHITE);
    assertThat(light(HeatMaps.colour(0.75, 1))).isLessThan(light(HeatMaps.colour(0.25, 1)));
    assertThat(HeatMaps.colour(-1, 1).getRed()).isGreaterThan(HeatMaps.colour(-1, 1).getBlue());
    assertThat(HeatMaps.colour(1, 1).getBlue()).isGreaterThan(HeatMaps.colour(1, 1).getRed());
    assertThat(HeatMaps.colour(Double.NaN, 1)).isNotEqualTo(HeatMaps.colour(0, 1));
  }

  private static int light(Color colour) {
    return colour.getRed() + colour.getGreen() + colour.getBlue();
  }

  /** Each cell's colour covers most of a cell, and all of them are there. */
  @Test
  void everyNumberHasItsCell() {
    BufferedImage picture = HeatMaps.draw(List.of(TABLE));
    Map<Integer, Integer> counts = new HashMap<>();
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        counts.merge(picture.getRGB(x, y), 1, Integer::sum);
      }
    }
    for (double value : new double[] {0.25, 0.75, -1, Double.NaN}) {
      assertThat(counts.get(HeatMaps.colour(value, 1).getRGB())).isGreaterThan(1000);
    }
    assertThat(HeatMaps.draw(List.of(TABLE, TABLE)).getHeight()).isEqualTo(2 * picture.getHeight());
  }

  @Test
  void aPlaceThatCantBeWrittenToIsTold() {
    Path nowhere = folder.resolve("nowhere").resolve("gates.png");
    LearntSharing learnt = new LearntSharing(List.of(TABLE));
    assertThatThrownBy(() -> learnt.drawTo(nowhere))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("gates.png")
        .hasMessageContaining("there is no folder");
    assertThat(Files.exists(nowhere)).isFalse();
  }
}
