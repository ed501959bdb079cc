package dev.espalier.processor.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a value, without the batch: {@code [256]}.
 *
 * @param dims its dimensions
 * @param along the feature whose sequence the first axis runs along; empty when it runs along none
 * @param rate of a sound, its samples a second; 0 for anything else
 */
public record Shape(List<Integer> dims, String along, int rate) {

  /** A shape of these dimensions. */
  public static Shape of(int... dims) {
    List<Integer> list = new ArrayList<>();
    for (int dim : dims) {
      list.add(dim);
    }
    return new Shape(List.copyOf(list), "", 0);
  }

  /** The last dimension. */
  public int last() {
    return dims.get(dims.size() - 1);
  }

  /** The product of all but the last dimension: how often a layer on the last axis is applied. */
  public long positions() {
    return dims.subList(0, dims.size() - 1).stream()
        .mapToLong(Integer::longValue)
        .reduce(1, (a, b) -> a * b);
  }

  /** The same with another last dimension. */
  public Shape withLast(int last) {
    List<Integer> changed = new ArrayList<>(dims);
    changed.set(changed.size() - 1, last);
    return new Shape(List.copyOf(changed), dims.size() > 1 ? along : "", 0);
  }

  /** The same, its first axis running along a feature's sequence; along none where empty. */
  public Shape along(String feature) {
    return new Shape(dims, feature, rate);
  }

  /** The same as a sound of so many samples a second. */
  public Shape sampledAt(int samples) {
    return new Shape(dims, along, samples);
  }

  /** How many axes. */
  public int rank() {
    return dims.size();
  }

  /** One dimension, counted from 0. */
  public int dim(int axis) {
    return dims.get(axis);
  }

  /** The product of all dimensions. */
  public long size() {
    return positions() * last();
  }

  /** Whether the shapes agree on all but the last dimension: they can be concatenated. */
  public boolean joins(Shape other) {
    return rank() == other.rank()
        && dims.subList(0, rank() - 1).equals(other.dims.subList(0, rank() - 1))
        && runsWith(other);
  }

  /** Whether the shapes are equal: they can be added. */
  public boolean fits(Shape other) {
    return dims.equals(other.dims) && runsWith(other);
  }

  /** Along different sequences, equal positions mean different things. */
  private boolean runsWith(Shape other) {
    return along.isEmpty() || other.along.isEmpty() || along.equals(other.along);
  }

  /** The shape of several that {@link #joins join}, concatenated on the last axis. */
  public static Shape joined(List<Shape> shapes) {
    if (shapes.size() == 1) {
      return shapes.get(0);
    }
    int last = shapes.stream().mapToInt(Shape::last).sum();
    return together(shapes).withLast(last);
  }

  /** The first shape, running along whatever one of them runs along. */
  public static Shape together(List<Shape> shapes) {
    String along =
        shapes.stream().map(Shape::along).filter(each -> !each.isEmpty()).findFirst().orElse("");
    return shapes.get(0).along(along);
  }

  @Override
  public String toString() {
    return dims.toString();
  }
}
