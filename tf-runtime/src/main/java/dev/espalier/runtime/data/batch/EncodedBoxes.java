package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.augment.Change;
import dev.espalier.runtime.data.store.Floats;
import org.tensorflow.types.TFloat32;

/**
 * Boxes {@code [b, 4]}: centre and size, as parts of the picture. Where the picture is moved in
 * training, they are moved along and cut at its border; one of which nothing is left is missing.
 *
 * @param feature the index of the picture
 * @param boxes {@code [rows, 4]}; 0 where they are missing
 * @param weights {@code [rows]}
 */
public record EncodedBoxes(int feature, Floats boxes, Floats weights, int count)
    implements EncodedLabels {
  private static final int WIDTH = 4;

  /** Less of a picture than this is what rounding leaves of a box that lies outside. */
  private static final double LEAST = 1e-6;

  @Override
  public boolean hasWeight() {
    return EncodedLabels.anyAboveZero(weights);
  }

  @Override
  public Batch.Labels batch(BatchRows rows, TensorScope scope) {
    float[] floats = rows.scratch().floats(rows.size() * WIDTH);
    float[] kept = new float[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.row(i);
      boxes.copy((long) row * WIDTH, floats, i * WIDTH, WIDTH);
      Change change = rows.change(feature, i);
      boolean left = change == null || move(floats, i * WIDTH, change);
      kept[i] = left ? weights.get(row) : 0;
    }
    TFloat32 label = scope.own(rows.scratch().floatTensor(rows.size(), WIDTH));
    System.arraycopy(kept, 0, rows.scratch().floats(rows.size()), 0, rows.size());
    TFloat32 weight = scope.own(rows.scratch().floatTensor(rows.size()));
    return new Batch.Labels(label, weight, EncodedLabels.total(kept, rows.size()));
  }

  /** Whether something of the box is left. */
  private static boolean move(float[] box, int at, Change change) {
    double x = change.movedX(box[at]);
    double y = change.movedY(box[at + 1]);
    double halfWidth = change.zoom() * box[at + 2] / 2;
    double halfHeight = change.zoom() * box[at + 3] / 2;
    double left = Math.max(0, x - halfWidth);
    double right = Math.min(1, x + halfWidth);
    double top = Math.max(0, y - halfHeight);
    double bottom = Math.min(1, y + halfHeight);
    boolean something = right - left > LEAST && bottom - top > LEAST;
    box[at] = something ? (float) ((left + right) / 2) : 0;
    box[at + 1] = something ? (float) ((top + bottom) / 2) : 0;
    box[at + 2] = something ? (float) (right - left) : 0;
    box[at + 3] = something ? (float) (bottom - top) : 0;
    return something;
  }

  @Override
  public void read(int firstRow, int rows, float[] labels, float[] ofRows) {
    boxes.copy((long) firstRow * WIDTH, labels, 0, rows * WIDTH);
    weights.copy(firstRow, ofRows, 0, rows);
  }
}
