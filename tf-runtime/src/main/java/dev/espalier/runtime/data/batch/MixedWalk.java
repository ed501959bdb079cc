package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.data.TaskMixing;
import dev.espalier.runtime.data.store.LongHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/**
 * The walk of a run over several sets of rows, epoch after epoch; see {@link TaskData}.
 *
 * <p>A function of the sets' sizes, the seed and the tasks that were trained in each epoch. Epochs
 * have to be walked one after the other: each goes on where the one before has ended.
 */
public final class MixedWalk {
  /** Shares that are equal but for rounding are equal. */
  private static final double ROUNDING = 1e-9;

  private final EncodedRows rows;
  private final TaskMixing mixing;
  private final boolean mixedBatches;
  private final int batchSize;
  private final long seed;
  private final List<Lane> lanes = new ArrayList<>();

  /**
   * A walk at its beginning.
   *
   * @param rows those that were read from the data
   * @param resampled the task by whose classes the rows of its sets are drawn with replacement, if
   *     there is one
   */
  public MixedWalk(
      EncodedRows rows, TaskData<?, ?> data, int batchSize, long seed, OptionalInt resampled) {
    Batches.requireOne(rows, batchSize);
    this.rows = rows;
    this.mixing = data.mixing();
    this.mixedBatches = data.mixedBatches();
    this.batchSize = batchSize;
    this.seed = seed;
    List<RowSet> sets = rows.sets();
    double[] sizes = sets.stream().mapToDouble(this::turns).toArray();
    double[] shares = mixing.shares(sizes);
    for (int i = 0; i < shares.length; i++) {
      RowSet set = sets.get(i);
      boolean drawn = resampled.isPresent() && set.tasks().get(resampled.getAsInt());
      int[] classes = drawn ? rows.classes(resampled.getAsInt()) : new int[0];
      lanes.add(new Lane(set, shares[i], LongHash.of(LongHash.of(seed) + i), classes));
    }
  }

  /** A set's size: its rows, or how many batches they fill, and no less than one. */
  private double turns(RowSet set) {
    return mixedBatches ? set.size() : Math.max(1, set.size() / (double) batchSize);
  }

  /** Steps of an epoch in which some tasks are trained. */
  public int steps(BitSet tasks) {
    double turns = walked(tasks).stream().mapToDouble(lane -> turns(lane.set)).sum();
    return (int) Math.ceil(mixedBatches ? turns / batchSize : turns);
  }

  /** The batches of the next epoch, in which some tasks are trained. */
  public Batches next(long epoch, BitSet tasks) {
    List<Lane> walked = walked(tasks);
    int steps = steps(tasks);
    int[] order = new int[Math.multiplyExact(steps, batchSize)];
    int[] starts = new int[steps + 1];
    List<RowSet> sets = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      int at = starts[step];
      if (mixedBatches) {
        for (int i = 0; i < batchSize; i++) {
          order[at + i] = turn(walked).next();
        }
        starts[step + 1] = at + batchSize;
      } else {
        Lane lane = turn(walked);
        int size = Math.min(batchSize, lane.set.size());
        for (int i = 0; i < size; i++) {
          order[at + i] = lane.next();
        }
        starts[step + 1] = at + size;
        sets.add(lane.set);
      }
    }
    int[] exact = Arrays.copyOf(order, starts[steps]);
    return Batches.mixed(rows, new RowOrder.Shuffled(exact), starts, sets, seed, epoch);
  }

  /** The sets' sizes and tasks, and how they are mixed, as text. */
  public String described() {
    return "%s, %s, %s batches"
        .formatted(
            rows.sets().stream()
                .map(set -> "%d rows for tasks %s".formatted(set.size(), set.tasks()))
                .toList(),
            mixing,
            mixedBatches ? "mixed" : "separate");
  }

  /** Where the walk is between two epochs. */
  public double[] position() {
    return lanes.stream().flatMapToDouble(Lane::position).toArray();
  }

  /** Goes to where a walk over the same rows was. */
  public void moveTo(double[] position) {
    if (position.length != Lane.PLACES * lanes.size()) {
      throw new IllegalArgumentException(
          "A walk over %d sets has no position %s"
              .formatted(lanes.size(), Arrays.toString(position)));
    }
    for (int i = 0; i < lanes.size(); i++) {
      lanes.get(i).moveTo(Arrays.copyOfRange(position, Lane.PLACES * i, Lane.PLACES * (i + 1)));
    }
  }

  /** The sets that teach one of some tasks. */
  private List<Lane> walked(BitSet tasks) {
    return lanes.stream().filter(lane -> lane.set.tasks().intersects(tasks)).toList();
  }

  /**
   * Gives the turn to the set that is furthest behind its share; the first of equal ones. (Known
   * from servers that share out requests as smooth weighted round robin.)
   */
  private static Lane turn(List<Lane> walked) {
    double shares = 0;
    for (int i = 0; i < walked.size(); i++) {
      shares += walked.get(i).share;
    }
    Lane behind = walked.get(0);
    for (int i = 0; i < walked.size(); i++) {
      Lane lane = walked.get(i);
      lane.due += lane.share / shares;
      behind = lane.due > behind.due + ROUNDING ? lane : behind;
    }
    behind.due--;
    return behind;
  }

  /** The walk over one set: permutation after permutation. */
  private static final class Lane {
    /** Numbers of a position. */
    static final int PLACES = 3;

    private final RowSet set;
    private final double share;
    private final long seed;
    private final int[] classes;
    private double due;
    private int[] order = new int[0];
    private int at;
    private long walks;

    Lane(RowSet set, double share, long seed, int[] classes) {
      this.set = set;
      this.share = share;
      this.seed = seed;
      this.classes =
          classes.length == 0 ? classes : Arrays.copyOfRange(classes, set.from(), set.to());
    }

    /** The next row. */
    int next() {
      if (at == order.length) {
        order = walk(walks);
        walks++;
        at = 0;
      }
      return set.from() + order[at++];
    }

    private int[] walk(long number) {
      return classes.length == 0
          ? RowOrder.Shuffled.of(set.size(), seed, number).rows()
          : RowOrder.Drawn.of(classes, seed, number).rows();
    }

    DoubleStream position() {
      return DoubleStream.of(due, (double) walks, at);
    }

    void moveTo(double[] position) {
      due = position[0];
      walks = (long) position[1];
      at = (int) position[2];
      order = walks == 0 ? new int[0] : walk(walks - 1);
    }
  }
}
