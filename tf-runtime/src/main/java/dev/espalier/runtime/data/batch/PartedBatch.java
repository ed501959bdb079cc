package dev.espalier.runtime.data.batch;

import java.util.BitSet;
import java.util.List;

/**
 * A batch that is worked on in parts, each of which is a batch; its own tensors are those of the
 * first.
 */
final class PartedBatch extends Batch {
  private final List<Batch> parts;

  /** All parts of a batch, at least one, which close with it. */
  PartedBatch(List<Batch> parts) {
    super(parts.get(0));
    this.parts = List.copyOf(parts);
  }

  @Override
  public List<Batch> parts() {
    return parts;
  }

  @Override
  public int size() {
    return parts.stream().mapToInt(Batch::size).sum();
  }

  @Override
  public double totalWeight(int task) {
    return parts.stream().mapToDouble(part -> part.totalWeight(task)).sum();
  }

  @Override
  public BitSet tasks() {
    BitSet tasks = new BitSet();
    parts.forEach(part -> tasks.or(part.tasks()));
    return tasks;
  }

  @Override
  public void close() {
    parts.forEach(Batch::close);
  }
}
