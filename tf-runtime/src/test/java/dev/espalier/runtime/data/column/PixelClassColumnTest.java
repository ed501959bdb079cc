package dev.espalier.runtime.data.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.store.Storage;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PixelClassColumnTest {
  private static final byte[] PIXELS = {0, 1, 7, 2, 0, 0};

  @Test
  void theIgnoredClassMayLieBeyondTheOthers() {
    PixelClassColumn column = column(7);
    column.set(PIXELS);
    assertThat(column.present(0)).isTrue();
    column.open(1);
    column.set(new byte[] {7, 7, 7, 7, 7, 7});
    assertThat(column.present(1)).isFalse();
  }

  @Test
  void aClassOutOfRangeNamesThePixelAndWhatMayStandThere() {
    assertThatThrownBy(() -> column(-1).set(PIXELS))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "streets, row 0, mask, pixel (2, 0): found class 7, expected a class from 0 to 2");
    assertThatThrownBy(() -> column(200).set(new byte[] {0, 0, 0, 0, (byte) 200, (byte) 255}))
        .hasMessage(
            "streets, row 0, mask, pixel (2, 1): found class 255, expected a class from 0 to 2, or"
                + " 200 for none");
    assertThatThrownBy(() -> column(1).set(new int[] {0, 0, 0, 3, 0, 0}))
        .hasMessageEndingWith("pixel (0, 1): found class 3, expected a class from 0 to 2");
  }

  @Test
  void aMaskOfAnotherSizeIsRefused() {
    assertThatThrownBy(() -> column(-1).set(new byte[5]))
        .hasMessage("streets, row 0, mask: found 5 pixels, expected 6, which is 2 rows of 3");
  }

  private static PixelClassColumn column(int ignore) {
    Kind.PixelClasses kind = new Kind.PixelClasses(List.of("a", "b", "c"), 2, 3, "picture", ignore);
    PixelClassColumn column =
        new PixelClassColumn(kind, 0, "mask", new RowPlace("streets"), Storage.inMemory());
    column.open(0);
    return column;
  }
}
