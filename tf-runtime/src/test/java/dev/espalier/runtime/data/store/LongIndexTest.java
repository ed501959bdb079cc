package dev.espalier.runtime.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongIndexTest {

  @Test
  void agreesWithAMap() {
    LongIndex index = new LongIndex();
    for (int round = 0; round < 2; round++) {
      Map<Long, Integer> map = new HashMap<>();
      Random random = new Random(round);
      for (int i = 0; i < 20_000; i++) {
        long key = random.nextInt(3000) - 1500L + ((long) random.nextInt(2) << 40);
        Integer expected = map.putIfAbsent(key, map.size());
        assertThat(index.indexOf(key, expected == null ? map.size() - 1 : map.size()))
            .isEqualTo(map.get(key));
      }
      index.clear();
    }
  }
}
