package dev.espalier.runtime.metric;

import java.util.List;
import java.util.Optional;

/**
 * F1 of entities, an entity being right when its first token, its last one and its type are: what
 * {@code conlleval} says.
 *
 * <p>An {@code I} that continues nothing opens an entity, and so does one of another type than the
 * one before. The end of a row, or of its labels, closes what is open. Source: Tjong Kim Sang and
 * De Meulder, <em>Introduction to the CoNLL-2003 Shared Task</em>, 2003.
 */
final class EntityF1 implements Metric {
  /** Stands for a position that is not there. */
  private static final int NONE = -1;

  private final IobTags tags;
  private final int positions;
  private final Open label = new Open();
  private final Open output = new Open();
  private double right;
  private double labels;
  private double outputs;

  private EntityF1(IobTags tags, int positions) {
    this.tags = tags;
    this.positions = positions;
  }

  /** The metric, if the classes are tags of entities. */
  static Optional<EntityF1> of(List<String> classes, int positions) {
    return IobTags.of(classes).map(tags -> new EntityF1(tags, positions));
  }

  @Override
  public String name() {
    return "entityF1";
  }

  @Override
  public void add(LabelledRows rows) {
    for (int row = 0; row < rows.rows(); row++) {
      int first = row * positions;
      double weight = 0;
      for (int i = first; i < first + positions; i++) {
        boolean there = rows.has(i);
        step(
            there ? rows.classOf(i, tags.types().length) : NONE,
            there ? rows.outputClass(i) : NONE,
            i,
            weight);
        weight = rows.weights()[i];
      }
      step(NONE, NONE, first + positions, weight);
    }
  }

  /** Closes what ends before a position, under the weight of the position before, then opens. */
  private void step(int actual, int predicted, int position, double weight) {
    boolean labelEnds = label.type != IobTags.OUTSIDE && !tags.goesOn(label.type, actual);
    boolean outputEnds = output.type != IobTags.OUTSIDE && !tags.goesOn(output.type, predicted);
    if (labelEnds && outputEnds && label.type == output.type && label.from == output.from) {
      right += weight;
    }
    labels += labelEnds ? weight : 0;
    outputs += outputEnds ? weight : 0;
    label.move(tags, actual, position);
    output.move(tags, predicted, position);
  }

  @Override
  public double value() {
    return labels + outputs > 0 ? 2 * right / (labels + outputs) : Double.NaN;
  }

  /** The entity that is open, if one is. */
  private static final class Open {
    private int type = IobTags.OUTSIDE;
    private int from;

    void move(IobTags tags, int tag, int position) {
      if (!tags.goesOn(type, tag)) {
        type = tags.type(tag);
        from = position;
      }
    }
  }
}
