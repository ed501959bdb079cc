package dev.espalier.runtime.data.table;

import dev.espalier.runtime.DataException;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cells of one row of a query after the other; what has a type is not taken through a text. */
final class ResultSetCells extends Cells {
  private final String source;
  private final ResultSet rows;
  private final ColumnType[] types;
  private final String[][] dictionaries;
  private long row = -1;

  ResultSetCells(
      String source,
      ResultSet rows,
      BoundColumns columns,
      List<ColumnType> ofColumns,
      Map<Integer, String[]> byColumn) {
    super(columns);
    this.source = source;
    this.rows = rows;
    types = new ColumnType[columns.positions().length];
    dictionaries = new String[types.length][];
    for (int c = 0; c < types.length; c++) {
      int position = columns.positions()[c];
      types[c] =
          position < 0
              ? new ColumnType("", ColumnType.Kind.NOTHING, false)
              : ofColumns.get(position);
      dictionaries[c] = plain(byColumn.get(position));
    }
  }

  /** Texts as cells give them, worked out once for each. */
  private static String[] plain(String[] texts) {
    if (texts == null) {
      return null;
    }
    String[] plain = new String[texts.length];
    for (int i = 0; i < texts.length; i++) {
      plain[i] = texts[i].isBlank() ? null : texts[i].strip();
    }
    return plain;
  }

  boolean next() {
    row++;
    try {
      return rows.next();
    } catch (SQLException e) {
      throw new DataException(row() + ": could not be read: " + e.getMessage(), e);
    }
  }

  private boolean is(int component, ColumnType.Kind kind) {
    return types[component].kind() == kind && !types[component].list();
  }

  private boolean isMissing(int component) {
    return position(component) < 0;
  }

  @Override
  double decimalOrNaN(int component) {
    if (!is(component, ColumnType.Kind.WHOLE) && !is(component, ColumnType.Kind.REAL)) {
      return super.decimalOrNaN(component);
    }
    try {
      double value = rows.getDouble(position(component) + 1);
      if (Double.isInfinite(value)) {
        throw refuse(component, "\"" + value + '"', "a finite number");
      }
      return rows.wasNull() ? Double.NaN : value;
    } catch (SQLException e) {
      throw failed(component, e);
    }
  }

  @Override
  Long wholeOrNull(int component, long min, long max) {
    if (!is(component, ColumnType.Kind.WHOLE)) {
      return super.wholeOrNull(component, min, max);
    }
    try {
      long value = rows.getLong(position(component) + 1);
      if (rows.wasNull()) {
        return null;
      }
      if (value < min || value > max) {
        throw refuse(component, "\"" + value + '"', "a whole number from " + min + " to " + max);
      }
      return value;
    } catch (SQLException e) {
      throw failed(component, e);
    }
  }

  /** A column of booleans needs no text for yes. */
  @Override
  public Boolean flagOrNull(int component, String yes) {
    if (!is(component, ColumnType.Kind.FLAG)) {
      return super.flagOrNull(component, yes);
    }
    try {
      boolean value = rows.getBoolean(position(component) + 1);
      return rows.wasNull() ? null : (Boolean) value;
    } catch (SQLException e) {
      throw failed(component, e);
    }
  }

  @Override
  public byte[] bytes(int component) {
    if (!is(component, ColumnType.Kind.BYTES)) {
      return super.bytes(component);
    }
    try {
      return rows.getBytes(position(component) + 1);
    } catch (SQLException e) {
      throw failed(component, e);
    }
  }

  @Override
  Path folder() {
    return Path.of("");
  }

  @Override
  String cell(int component) {
    if (isMissing(component)) {
      return null;
    }
    try {
      if (dictionaries[component] != null) {
        int code = rows.getInt(position(component) + 1);
        return rows.wasNull() ? null : dictionaries[component][code];
      }
      String text = rows.getString(position(component) + 1);
      return text == null || text.isBlank() ? null : text.strip();
    } catch (SQLException e) {
      throw failed(component, e);
    }
  }

  @Override
  CellList list(int component) {
    if (!types[component].list()) {
      String text = cell(component);
      return text == null
          ? null
          : new TextList(this, component, CsvCells.split(text, ';', Set.of()));
    }
    try {
      Array array = rows.getArray(position(component) + 1);
      return array == null ? null : new ValueList(this, component, (Object[]) array.getArray());
    } catch (SQLException e) {
      throw failed(component, e);
    }
  }

  private DataException failed(int component, SQLException e) {
    return new DataException(where(component) + ": could not be read: " + e.getMessage(), e);
  }

  @Override
  String row() {
    return source + ", row " + row;
  }

  @Override
  String nothing() {
    return "NULL";
  }
}
