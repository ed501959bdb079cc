package dev.espalier.runtime.model;

import dev.espalier.dsl.Initializer;
import java.util.List;
import java.util.Optional;

/**
 * The description of a model.
 *
 * @param contract version of this contract; the runtime refuses any other
 * @param name the model's simple name: the example's, or that of a {@code @ModelOf}
 * @param sharing the sharing scheme, in words for reports
 * @param hash of all that decides which saved weights fit
 * @param parameters in the order of the graph
 * @param states in the order of the graph
 * @param layers what can be looked at, by path
 * @param needs for each task what its prediction needs
 * @param boundary layers through which every shared gradient passes; empty when tasks share weights
 *     but no value
 */
public record ModelInfo(
    int contract,
    String name,
    String sharing,
    String hash,
    List<Parameter> parameters,
    List<State> states,
    List<String> layers,
    List<Needs> needs,
    List<String> boundary) {

  /** The version of the contract between generated code and this runtime. */
  public static final int CONTRACT = 1;

  /** The same with other parameters. */
  public ModelInfo with(List<Parameter> changed) {
    return new ModelInfo(contract, name, sharing, hash, changed, states, layers, needs, boundary);
  }

  /**
   * Something that is learnt.
   *
   * @param path its unique name, as in {@code trunk-click.wide.kernel}
   * @param address how the user addresses it, the same in every copy that a sharing scheme makes:
   *     {@code trunk.wide.kernel}
   * @param shape its shape; the rows of a table with a learnt vocabulary are -1 here
   * @param initializer how it starts
   * @param start what the initializer's values are multiplied by: the constant itself for {@link
   *     #constant}, else 1
   * @param learning how it is updated
   * @param table the embedding table it is, if any
   * @param tasks those whose loss reaches it, by index; shared means more than one
   * @param lastShared whether no other shared parameter lies between it and a task
   */
  public record Parameter(
      String path,
      String address,
      int[] shape,
      Initializer initializer,
      double start,
      Learning learning,
      Optional<String> table,
      int[] tasks,
      boolean lastShared) {

    /** A kernel that starts at random and that weight decay holds for. */
    public static Parameter kernel(
        String path, String address, Initializer initializer, int[] shape, int... tasks) {
      return new Parameter(
          path, address, shape, initializer, 1, Learning.KERNEL, Optional.empty(), tasks, false);
    }

    /** A bias, scale or slope: starts at a constant, and weight decay does not hold for it. */
    public static Parameter constant(
        String path, String address, double start, int[] shape, int... tasks) {
      return new Parameter(
          path,
          address,
          shape,
          Initializer.ONES,
          start,
          Learning.CONSTANT,
          Optional.empty(),
          tasks,
          false);
    }

    /** An embedding table; {@code rows} is -1 while a vocabulary has not been learnt. */
    public static Parameter table(
        String path,
        String address,
        String table,
        Initializer initializer,
        int rows,
        int dimension,
        int... tasks) {
      return new Parameter(
          path,
          address,
          new int[] {rows, dimension},
          initializer,
          1,
          Learning.KERNEL,
          Optional.of(table),
          tasks,
          false);
    }

    /** The same with rates of regularization. */
    public Parameter regularized(double l1, double l2) {
      return learning(
          new Learning(
              l1,
              l2,
              learning.decays,
              learning.frozen,
              learning.firstEpoch,
              learning.rateScale,
              learning.schedule));
    }

    /** The same, started with so many times the initializer's values. */
    public Parameter startingTimes(double factor) {
      return new Parameter(
          path, address, shape, initializer, factor * start, learning, table, tasks, lastShared);
    }

    /** The same, never updated. */
    public Parameter asFrozen() {
      return frozen(true);
    }

    /** The same, never updated or updated. */
    public Parameter frozen(boolean frozen) {
      return learning(
          new Learning(
              learning.l1,
              learning.l2,
              learning.decays,
              frozen,
              learning.firstEpoch,
              learning.rateScale,
              learning.schedule));
    }

    /** The same, updated from an epoch of each run on. */
    public Parameter from(int firstEpoch) {
      return learning(
          new Learning(
              learning.l1,
              learning.l2,
              learning.decays,
              learning.frozen,
              firstEpoch,
              learning.rateScale,
              learning.schedule));
    }

    /** The same with a factor of the learning rate. */
    public Parameter scaledBy(double rateScale) {
      return learning(
          new Learning(
              learning.l1,
              learning.l2,
              learning.decays,
              learning.frozen,
              learning.firstEpoch,
              rateScale,
              learning.schedule));
    }

    /** The same, its learning rate following the schedule of a part, by the part's address. */
    public Parameter following(String schedule) {
      return learning(
          new Learning(
              learning.l1,
              learning.l2,
              learning.decays,
              learning.frozen,
              learning.firstEpoch,
              learning.rateScale,
              Optional.of(schedule)));
    }

    private Parameter learning(Learning changed) {
      return new Parameter(
          path, address, shape, initializer, start, changed, table, tasks, lastShared);
    }

    /** The same, marked as one of the last that tasks share. */
    public Parameter asLastShared() {
      return new Parameter(path, address, shape, initializer, start, learning, table, tasks, true);
    }

    /** Whether more than one task's loss reaches it. */
    public boolean shared() {
      return tasks.length > 1;
    }
  }

  /**
   * How a parameter is updated.
   *
   * @param l1 rate of L1 regularization
   * @param l2 rate of L2 regularization
   * @param decays whether an optimizer's weight decay holds for it
   * @param frozen whether it is never updated
   * @param firstEpoch the first of a run in which it is updated, from 1
   * @param rateScale factor of the learning rate
   * @param schedule the part whose own schedule the learning rate follows; empty for the run's
   */
  public record Learning(
      double l1,
      double l2,
      boolean decays,
      boolean frozen,
      int firstEpoch,
      double rateScale,
      Optional<String> schedule) {
    static final Learning KERNEL = new Learning(0, 0, true, false, 1, 1, Optional.empty());
    static final Learning CONSTANT = new Learning(0, 0, false, false, 1, 1, Optional.empty());

    /** Whether it is that of a parameter of which nothing is said. */
    public boolean isUsual() {
      return equals(KERNEL) || equals(CONSTANT);
    }
  }

  /**
   * Something that is kept and not learnt: a moving statistic.
   *
   * @param path what it is called, once for every copy
   * @param address what users name, for all copies
   * @param initial what each of its numbers starts with
   * @param frozen whether it never changes
   * @param firstEpoch the first of a run in which it changes, from 1
   * @param shape its shape
   * @param tasks as for parameters
   */
  public record State(
      String path,
      String address,
      float initial,
      boolean frozen,
      int firstEpoch,
      int[] shape,
      int... tasks) {

    /** One that changes from the first epoch on, if ever. */
    public State(
        String path, String address, float initial, boolean frozen, int[] shape, int... tasks) {
      this(path, address, initial, frozen, 1, shape, tasks);
    }
  }

  /** What a task's prediction needs: features by index, other tasks by index. */
  public record Needs(int[] features, int[] tasks) {}
}
