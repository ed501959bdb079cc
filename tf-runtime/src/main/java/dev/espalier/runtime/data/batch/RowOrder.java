package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.store.LongHash;
import java.util.SplittableRandom;

/** The order in which rows are walked over: as they are, shuffled, or drawn. */
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
      SplittableRandom random = random(seed, epoch);
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

  /** Drawn with replacement, in an order by chance. */
  record Drawn(int[] rows) implements RowOrder {

    /**
     * As many rows as there are, such that classes come equally often: one more or less where they
     * can't, which of them being up to chance.
     *
     * @param classes of each row, -1 for those without one, which keep their share
     */
    static Drawn of(int[] classes, long seed, long epoch) {
      SplittableRandom random = random(seed, epoch);
      RowsByClass groups = RowsByClass.of(classes);
      int[] rows = new int[classes.length];
      int drawn = groups.draw(-1, groups.count(-1), random, rows, 0);
      int present = groups.present();
      int left = classes.length - drawn;
      int turn = present == 0 ? 0 : random.nextInt(present);
      for (int c = 0; c < groups.classes(); c++) {
        if (groups.count(c) > 0) {
          int more = turn < left % present ? 1 : 0;
          drawn = groups.draw(c, left / present + more, random, rows, drawn);
          turn = (turn + 1) % present;
        }
      }
      for (int i = rows.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
      }
      return new Drawn(rows);
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

  private static SplittableRandom random(long seed, long epoch) {
    return new SplittableRandom(LongHash.of(LongHash.of(seed) + epoch));
  }
}
