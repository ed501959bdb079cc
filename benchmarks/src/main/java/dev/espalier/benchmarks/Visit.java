package dev.espalier.benchmarks;

import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.Missing;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import java.util.Iterator;
import java.util.SplittableRandom;

/** A row of the streaming benchmark, about as one of a shop's log. */
@SharedTrunk({64, 32})
record Visit(
    @Numeric(length = 16) float[] measures,
    @Numeric(missing = Missing.MEDIAN) float price,
    @Numeric float minutes,
    @Categorical(vocabulary = 10_000) long item,
    @Categorical String country,
    @Categorical String device,
    @Categorical(buckets = 1_000) String campaign,
    @TaskHead boolean bought,
    @TaskHead float spent) {
  private static final int MEASURES = 16;

  /** So many rows, made one after the other; the same each time. */
  static Iterable<Visit> rows(long count) {
    return () ->
        new Iterator<>() {
          private final SplittableRandom random = new SplittableRandom(1);
          private long row;

          @Override
          public boolean hasNext() {
            return row < count;
          }

          @Override
          public Visit next() {
            row++;
            return random(random);
          }
        };
  }

  private static Visit random(SplittableRandom random) {
    float[] measures = new float[MEASURES];
    float sum = 0;
    for (int i = 0; i < MEASURES; i++) {
      measures[i] = random.nextInt(1000) / 500f - 1;
      sum += measures[i];
    }
    return new Visit(
        measures,
        random.nextInt(9) == 0 ? Float.NaN : random.nextInt(10_000) / 100f,
        random.nextInt(60),
        random.nextInt(10_000),
        "country " + random.nextInt(50),
        "device " + random.nextInt(5),
        "campaign " + random.nextInt(5_000),
        sum + random.nextInt(3) > 1,
        sum);
  }
}
