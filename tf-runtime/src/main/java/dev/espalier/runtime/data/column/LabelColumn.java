package dev.espalier.runtime.data.column;

import dev.espalier.runtime.data.batch.EncodedLabels;
import dev.espalier.runtime.data.statistics.LabelStatistics;
import dev.espalier.runtime.data.store.Floats;
import dev.espalier.runtime.data.store.Storage;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Feature;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.Collection;

/**
 * The raw labels of one task; one class for each way of keeping them. What a label of another kind
 * is written by is refused: generated code never does it.
 */
public interface LabelColumn {

  /** An empty column. */
  static LabelColumn of(ExampleInfo info, int task, RowPlace place, Storage storage) {
    Kind kind = info.tasks().get(task).kind();
    String what = "task \"" + info.tasks().get(task).name() + '"';
    if (kind instanceof Kind.MultiClass classes) {
      return new ClassColumn(classes.classes().size(), false, what, place, storage);
    } else if (kind instanceof Kind.OrderedClasses classes) {
      return new ClassColumn(classes.classes().size(), true, what, place, storage);
    } else if (kind instanceof Kind.TokenClasses tokens) {
      return new TokenClassColumn(tokens, what, place, storage);
    } else if (kind instanceof Kind.PixelClasses pixels) {
      return new PixelClassColumn(pixels, feature(info, pixels.along()), what, place, storage);
    } else if (kind instanceof Kind.OneBox box) {
      return new BoxColumn(box, feature(info, box.picture()), what, place, storage);
    }
    return new NumberColumn(kind, what, place, storage);
  }

  /** The index of a feature; of the only picture where none is named. */
  private static int feature(ExampleInfo info, String name) {
    for (int f = 0; f < info.features().size(); f++) {
      Feature feature = info.features().get(f);
      if (name.isEmpty()
          ? feature.encoding() instanceof Encoding.Picture
          : feature.name().equals(name)) {
        return f;
      }
    }
    throw new IllegalArgumentException("no feature \"" + name + "\" to run along");
  }

  /** Makes room for a row, whose label is missing. */
  void open(int row);

  /** Whether a row has a label. */
  boolean present(int row);

  /** What is learnt of the labels. */
  LabelStatistics statistics(int rows);

  /** The labels as the network takes them. */
  EncodedLabels encode(LabelStatistics statistics, int rows, RawLabels weights, Storage storage);

  /** How many rows have a label. */
  default int count(int rows) {
    int count = 0;
    for (int row = 0; row < rows; row++) {
      count += present(row) ? 1 : 0;
    }
    return count;
  }

  /** The weights of rows, 0 where there is no label. */
  default Floats weights(int rows, RawLabels raw, Storage storage) {
    return storage.floats(
        rows,
        1,
        (from, to, out) -> {
          for (int row = from; row < to; row++) {
            out[row - from] = present(row) ? raw.rowWeight(row) : 0;
          }
        });
  }

  /** Yes or no, or a class. */
  default void set(boolean value) {
    throw unfit();
  }

  /** A class. */
  default void set(int value) {
    throw unfit();
  }

  /** A number. */
  default void set(float value) {
    throw unfit();
  }

  /** Numbers. */
  default void set(float[] values) {
    throw unfit();
  }

  /** Labels that hold or not. */
  default void set(boolean[] values) {
    throw unfit();
  }

  /** Labels that hold. */
  default void set(Collection<? extends Enum<?>> constants) {
    throw unfit();
  }

  /** A class for each position. */
  default void set(int[] classes) {
    throw unfit();
  }

  /** A class for each position. */
  default void set(byte[] classes) {
    throw unfit();
  }

  /** A class for each position; null for none. */
  default void set(Enum<?>[] constants) {
    throw unfit();
  }

  private IllegalStateException unfit() {
    return new IllegalStateException("This is no label of a " + getClass().getSimpleName());
  }
}
