package dev.espalier.runtime.generated;

import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Ignored;
import dev.espalier.dsl.IndependentTrunks;
import dev.espalier.dsl.Missing;
import dev.espalier.dsl.ModelOf;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Pooling;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Every kind of feature, with missing values. */
@SharedTrunk(network = FeatureTasks.Trunk.class)
record FeatureTasks(
    @Numeric float single,
    @Numeric(normalize = Normalize.UNIT_INTERVAL, missing = Missing.MEDIAN) Double boxed,
    @Numeric(missing = Missing.CONSTANT, fill = 2.5, indicator = true) Integer filled,
    @Numeric(normalize = Normalize.UNCHANGED) boolean flag,
    @Numeric Boolean maybe,
    @Numeric(clip = 1) long clipped,
    @Numeric(length = 2, indicator = true) float[] several,
    @Categorical(dimension = 3) Colour colour,
    @Categorical(table = "colour") Colour other,
    @Categorical(size = 5, dimension = 3) int id,
    @Categorical(vocabulary = 3, dimension = 2) String word,
    @Categorical(buckets = 7, dimension = 2) Long hashed,
    @Categorical(dimension = 2) Set<Colour> colours,
    @Categorical(table = "id", pooling = Pooling.TOTAL) int[] ids,
    @Categorical(buckets = 5, dimension = 2) long[] wide,
    @Categorical(table = "word") String[] words,
    @Categorical(dimension = 2) List<String> texts,
    @Ignored String note,
    @TaskHead float first,
    @TaskHead(hidden = 3) boolean second) {

  enum Colour {
    RED,
    GREEN,
    BLUE
  }

  interface Trunk {
    @Dense(4)
    @Tanh
    Tensor out(Tensor in);
  }

  static List<FeatureTasks> rows() {
    return rows(14, 3);
  }

  static List<FeatureTasks> rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] words = {"a", "b", "c", "d", "e"};
    List<FeatureTasks> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Colour colour = Colour.values()[random.nextInt(3)];
      rows.add(
          new FeatureTasks(
              i % 5 == 0 ? Float.NaN : random.nextInt(10),
              i % 4 == 0 ? null : random.nextDouble(),
              i % 3 == 0 ? null : random.nextInt(6),
              random.nextBoolean(),
              i % 4 == 1 ? null : random.nextBoolean(),
              random.nextInt(100),
              new float[] {i % 6 == 0 ? Float.NaN : i, random.nextInt(4)},
              colour,
              i % 5 == 2 ? null : Colour.values()[random.nextInt(3)],
              random.nextInt(5),
              i % 7 == 0 ? null : words[random.nextInt(5)],
              i % 7 == 1 ? null : random.nextLong(),
              i % 4 == 2 ? null : new TreeSet<>(List.of(colour, Colour.BLUE)),
              random.ints(random.nextInt(4), 0, 5).toArray(),
              random.longs(2).toArray(),
              new String[] {words[random.nextInt(5)], words[random.nextInt(5)]},
              i % 4 == 3 ? null : List.of(words[random.nextInt(5)], "always"),
              "nothing",
              random.nextInt(10),
              random.nextBoolean()));
    }
    return rows;
  }

  /** The same with nothing shared. */
  @ModelOf(FeatureTasks.class)
  @IndependentTrunks
  interface Apart {}
}
