package dev.espalier.runtime.data.column;

import dev.espalier.runtime.data.batch.EncodedLabels;
import dev.espalier.runtime.data.batch.EncodedPixelClasses;
import dev.espalier.runtime.data.statistics.LabelStatistics;
import dev.espalier.runtime.data.store.Floats;
import dev.espalier.runtime.data.store.RowValues;
import dev.espalier.runtime.data.store.Storage;
import dev.espalier.runtime.model.ExampleInfo.Kind;

/** Labels that are a class for each pixel of a picture. */
public final class PixelClassColumn implements LabelColumn {
  private final Kind.PixelClasses kind;
  private final int feature;
  private final String what;
  private final RowPlace place;
  private final RowValues<byte[]> column;

  PixelClassColumn(
      Kind.PixelClasses kind, int feature, String what, RowPlace place, Storage storage) {
    this.column = RowValues.ofBytes(storage);
    this.kind = kind;
    this.feature = feature;
    this.what = what;
    this.place = place;
  }

  @Override
  public void open(int row) {
    column.open(row);
  }

  @Override
  public void set(int[] classes) {
    byte[] bytes = bytes(classes.length);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = checked(classes[i], i);
    }
    column.set(place.row(), bytes);
  }

  @Override
  public void set(byte[] classes) {
    byte[] bytes = bytes(classes.length);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = checked(classes[i] & 0xFF, i);
    }
    column.set(place.row(), bytes);
  }

  @Override
  public void set(Enum<?>[] constants) {
    byte[] bytes = bytes(constants.length);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] =
          constants[i] == null ? EncodedPixelClasses.NONE : checked(constants[i].ordinal(), i);
    }
    column.set(place.row(), bytes);
  }

  private byte[] bytes(int found) {
    if (found != kind.labelWidth()) {
      throw place.refuse(
          what,
          found + " pixels",
          "%d, which is %d rows of %d".formatted(kind.labelWidth(), kind.height(), kind.width()));
    }
    return new byte[found];
  }

  /** The place among the classes that count; a negative class is missing. */
  private byte checked(int value, int pixel) {
    if (value == kind.ignore() || value < 0) {
      return EncodedPixelClasses.NONE;
    }
    if (value >= kind.all().size()) {
      throw place.refuse(
          what + ", pixel (" + pixel % kind.width() + ", " + pixel / kind.width() + ")",
          "class " + value,
          expected());
    }
    return (byte) kind.place(value);
  }

  private String expected() {
    int last = kind.all().size() - 1;
    boolean beyond = kind.ignore() > last;
    return "a class from 0 to " + last + (beyond ? ", or " + kind.ignore() + " for none" : "");
  }

  @Override
  public boolean present(int row) {
    byte[] pixels = column.get(row);
    if (pixels != null) {
      for (byte pixel : pixels) {
        if (pixel != EncodedPixelClasses.NONE) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public LabelStatistics statistics(int rows) {
    long[] counts = new long[256];
    for (int row = 0; row < rows; row++) {
      byte[] pixels = column.get(row);
      if (pixels != null) {
        for (byte pixel : pixels) {
          counts[pixel & 0xFF]++;
        }
      }
    }
    return LabelStatistics.ofClasses(counts, kind.classes().size());
  }

  @Override
  public EncodedLabels encode(
      LabelStatistics statistics, int rows, RawLabels raw, Storage storage) {
    Floats weights = weights(rows, raw, storage);
    return new EncodedPixelClasses(kind, feature, column, weights, count(rows));
  }
}
