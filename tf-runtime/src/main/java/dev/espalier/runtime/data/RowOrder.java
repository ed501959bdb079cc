package dev.espalier.runtime.data;

import java.util.SplittableRandom;

/** The order in which rows are walked over: as they are, or shuffled. */
sealed interface RowOrder {

  /** The row at a place of the walk. */
  int row(int place);

  /** Whether rows that stand side by side are walked side by side. */
  boolean sequential();

  /** As they are. */
  record AsRead() implements RowOrder {
    @Override
    public int row(int place) {
      return place;
    }

    @Override
    public boolean sequential() {
      return true;
    }
  }

  /** A permutation. */
  record Shuffled(int[] rows) implements RowOrder {

    /**
     * The shuffle of Fisher and Yates (Durstenfeld, Communications of the ACM 7, 1964), driven by
     * {@link SplittableRandom}; seed and epoch are mixed first, for near ones not to be alike.
     */
    static Shuffled of(int count, long seed, long epoch) {
      SplittableRandom random = new SplittableRandom(LongHash.of(LongHash.of(seed) + epoch));
      int[] rows = new int[count];
      for (int i = 0; i < count; i++) {
        int j = random.nextInt(i + 1);
        rows[i] = rows[j];
        rows[j] = i;
      }
      return new Shuffled(rows);
    }

    @Override
    public int row(int place) {
      return rows[place];
    }

    @Override
    public boolean sequential() {
      return false;
    }
  }
}
