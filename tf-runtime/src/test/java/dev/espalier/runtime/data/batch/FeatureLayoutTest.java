package dev.espalier.runtime.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.dsl.Missing;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Unknown;
import dev.espalier.runtime.data.Infos;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Rows;
import org.junit.jupiter.api.Test;

class FeatureLayoutTest {

  @Test
  void placesFeatures() {
    Rows rows = new Rows.Learnt(0);
    FeatureLayout layout =
        FeatureLayout.of(
            new Infos()
                .category("a", rows, 16, Unknown.ROW_ZERO)
                .number("x", new Encoding.Number(3, Normalize.UNCHANGED, Missing.MEAN, 0, true, 0))
                .category("b", rows, 4, Unknown.ROW_ZERO)
                .bag("tags", rows)
                .sharing("c", "a")
                .number("y", Infos.standardized())
                .category("d", rows, 4, Unknown.ROW_ZERO)
                .bagSharing("more", "tags")
                .build());
    assertThat(layout.numberWidth()).isEqualTo(7);
    assertThat(layout.numberOffset(layout.feature("x"))).isZero();
    assertThat(layout.numberWidth(layout.feature("x"))).isEqualTo(6);
    assertThat(layout.numberOffset(layout.feature("y"))).isEqualTo(6);
    assertThat(layout.numberWidth(layout.feature("y"))).isEqualTo(1);
    assertThat(layout.categoryCount()).isEqualTo(4);
    assertThat(layout.categoryColumn(layout.feature("b"))).isZero();
    assertThat(layout.categoryColumn(layout.feature("d"))).isEqualTo(1);
    assertThat(layout.categoryColumn(layout.feature("a"))).isEqualTo(2);
    assertThat(layout.categoryColumn(layout.feature("c"))).isEqualTo(3);
    assertThat(layout.bagCount()).isEqualTo(2);
    assertThat(layout.bagIndex(layout.feature("tags"))).isZero();
    assertThat(layout.bagIndex(layout.feature("more"))).isEqualTo(1);
    assertThatThrownBy(() -> layout.feature("z")).isInstanceOf(IllegalArgumentException.class);
  }
}
