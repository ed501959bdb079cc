package dev.espalier.processor.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a value, without the batch: {@code [256]}.
 *
 * @param dims its dimensions
 */
public record Shape(List<Integer> dims) {

  /** A shape of these dimensions. */
  public static Shape of(int... dims) {
    List<Integer> list = new ArrayList<>();
    for (int dim : dims) {
      list.add(dim);
    }
    return new Shape(List.copyOf(list));
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
    return new Shape(List.copyOf(changed));
  }

  /** Whether the shapes agree on all but the last dimension. */
  public boolean joins(Shape other) {
    return dims.size() == other.dims.size()
        && dims.subList(0, dims.size() - 1).equals(other.dims.subList(0, dims.size() - 1));
  }

  @Override
  public String toString() {
    return dims.toString();
  }
}
