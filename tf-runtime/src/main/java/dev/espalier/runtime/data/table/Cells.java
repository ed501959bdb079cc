package dev.espalier.runtime.data.table;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.model.CellReader;
import dev.espalier.runtime.model.EnumTexts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How texts of cells become values, and what is said when they don't. */
abstract class Cells implements CellReader {
  private final BoundColumns columns;

  Cells(BoundColumns columns) {
    this.columns = columns;
  }

  /** A cell's text without spaces around it, null when the cell is empty. */
  abstract String cell(int component);

  /** A cell's elements, without spaces around them, null when the cell is empty. */
  abstract CellList list(int component);

  /** Source and row, as in {@code census.csv, line 17}. */
  abstract String row();

  /** What relative paths are relative to. */
  abstract Path folder();

  /** How messages call a cell where nothing is. */
  abstract String nothing();

  /** The example of this row; what its constructor throws is told with the row. */
  final <E> E example(RowReader<E> reader) {
    try {
      return reader.read(this);
    } catch (DataException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new DataException(row() + ": found a row that the example refuses: " + e, e);
    }
  }

  final int position(int component) {
    return columns.positions()[component];
  }

  /** A number, NaN when the cell is empty. */
  double decimalOrNaN(int component) {
    String text = cell(component);
    return text == null ? Double.NaN : element(component, text, false).number();
  }

  /** A whole number, null when the cell is empty. */
  Long wholeOrNull(int component, long min, long max) {
    String text = cell(component);
    return text == null ? null : (Long) element(component, text, false).whole(min, max);
  }

  @Override
  public final float number(int component) {
    double value = decimalOrNaN(component);
    float narrow = (float) value;
    if (Float.isInfinite(narrow)) {
      throw refuse(component, "\"" + value + '"', "a finite number");
    }
    return narrow;
  }

  @Override
  public final double decimal(int component) {
    return decimalOrNaN(component);
  }

  @Override
  public final Float numberOrNull(int component) {
    float value = number(component);
    return Float.isNaN(value) ? null : (Float) value;
  }

  @Override
  public final Double decimalOrNull(int component) {
    double value = decimalOrNaN(component);
    return Double.isNaN(value) ? null : (Double) value;
  }

  @Override
  public final int integer(int component) {
    return present(component, integerOrNull(component), "a whole number", "Integer");
  }

  @Override
  public final Integer integerOrNull(int component) {
    Long value = wholeOrNull(component, Integer.MIN_VALUE, Integer.MAX_VALUE);
    return value == null ? null : (Integer) value.intValue();
  }

  @Override
  public final long whole(int component) {
    return present(component, wholeOrNull(component), "a whole number", "Long");
  }

  @Override
  public final Long wholeOrNull(int component) {
    return wholeOrNull(component, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  @Override
  public final boolean flag(int component, String yes) {
    return present(component, flagOrNull(component, yes), "yes or no", "Boolean");
  }

  @Override
  public Boolean flagOrNull(int component, String yes) {
    String text = cell(component);
    if (text == null) {
      return null;
    }
    return yes.isEmpty() ? element(component, text, false).flag() : text.equals(yes.strip());
  }

  @Override
  public final String text(int component) {
    return cell(component);
  }

  @Override
  public final Path path(int component) {
    String text = cell(component);
    try {
      return text == null ? null : folder().resolve(text);
    } catch (InvalidPathException e) {
      throw refuse(component, '"' + text + '"', "a file's path");
    }
  }

  @Override
  public final <T extends Enum<T>> T constant(int component, EnumTexts<T> texts) {
    String text = cell(component);
    return text == null ? null : element(component, text, false).constant(texts);
  }

  @Override
  public final float[] numbers(int component) {
    CellList list = list(component);
    if (list == null) {
      return null;
    }
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.isEmpty(i) ? Float.NaN : list.number(i);
    }
    return values;
  }

  @Override
  public final int[] integers(int component) {
    CellList list = list(component);
    if (list == null) {
      return null;
    }
    int[] values = new int[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (int) list.whole(i, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    return values;
  }

  @Override
  public final long[] wholes(int component) {
    CellList list = list(component);
    if (list == null) {
      return null;
    }
    long[] values = new long[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.whole(i, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    return values;
  }

  @Override
  public final short[] shorts(int component) {
    CellList list = list(component);
    if (list == null) {
      return null;
    }
    short[] values = new short[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) list.whole(i, Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return values;
  }

  @Override
  public byte[] bytes(int component) {
    String text = cell(component);
    return text == null ? null : element(component, text, false).base64();
  }

  @Override
  public final boolean[] flags(int component) {
    CellList list = list(component);
    if (list == null) {
      return null;
    }
    boolean[] values = new boolean[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.flag(i);
    }
    return values;
  }

  @Override
  public final String[] texts(int component) {
    CellList list = list(component);
    return list == null ? null : filled(list).toArray(String[]::new);
  }

  @Override
  public final Set<String> textSet(int component) {
    List<String> texts = textList(component);
    return texts == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(texts));
  }

  @Override
  public final List<String> textList(int component) {
    CellList list = list(component);
    return list == null ? null : filled(list).toList();
  }

  @Override
  public final <T extends Enum<T>> T[] constants(int component, EnumTexts<T> texts) {
    CellList list = list(component);
    if (list == null) {
      return null;
    }
    T[] constants = texts.array(list.size());
    for (int i = 0; i < constants.length; i++) {
      if (!list.isEmpty(i)) {
        constants[i] = element(component, list.text(i), true).constant(texts);
      }
    }
    return constants;
  }

  @Override
  public final <T extends Enum<T>> Set<T> constantSet(int component, EnumTexts<T> texts) {
    List<T> constants = constantList(component, texts);
    return constants == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(constants));
  }

  @Override
  public final <T extends Enum<T>> List<T> constantList(int component, EnumTexts<T> texts) {
    CellList list = list(component);
    return list == null
        ? null
        : filled(list).map(text -> element(component, text, true).constant(texts)).toList();
  }

  /** Bags have no positions: what is empty in them, such as after a last separator, is nothing. */
  private static Stream<String> filled(CellList list) {
    return IntStream.range(0, list.size()).filter(i -> !list.isEmpty(i)).mapToObj(list::text);
  }

  final CellText element(int component, String text, boolean inList) {
    return new CellText(this, component, text, inList);
  }

  private <V> V present(int component, V value, String expected, String boxed) {
    if (value == null) {
      throw refuse(
          component,
          nothing(),
          "%s; where it may be missing, declare %s as %s"
              .formatted(expected, columns.components().get(component), boxed));
    }
    return value;
  }

  /** The one form of what is said of a cell. */
  final DataException refuse(int component, String found, String expected) {
    return new DataException(where(component) + ": found " + found + ", expected " + expected);
  }

  final String where(int component) {
    return row() + ", " + columns.labels().get(component);
  }
}
