package dev.espalier.runtime.data;

import dev.espalier.runtime.DataException;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;

/** The cells of one row of a query after the other; numbers are not taken through texts. */
final class ResultSetCells extends Cells {
  private final String source;
  private final ResultSet rows;
  private final int[] types;
  private long row = -1;

  ResultSetCells(String source, ResultSet rows, BoundColumns columns) throws SQLException {
    super(columns);
    this.source = source;
    this.rows = rows;
    ResultSetMetaData meta = rows.getMetaData();
    types = new int[columns.positions().length];
    for (int c = 0; c < types.length; c++) {
      types[c] = meta.getColumnType(columns.positions()[c] + 1);
    }
  }

  boolean next() throws SQLException {
    row++;
    return rows.next();
  }

  @Override
  double decimalOrNaN(int component) {
    boolean typed =
        switch (types[component]) {
          case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> true;
          case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.NUMERIC, Types.DECIMAL -> true;
          default -> false;
        };
    if (!typed) {
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
  Path folder() {
    return Path.of("");
  }

  @Override
  String cell(int component) {
    try {
      String text = rows.getString(position(component) + 1);
      return text == null || text.isBlank() ? null : text.strip();
    } catch (SQLException e) {
      throw failed(component, e);
    }
  }

  @Override
  String[] list(int component) {
    if (types[component] != Types.ARRAY) {
      String text = cell(component);
      return text == null ? null : CsvCells.split(text, ';', Set.of());
    }
    try {
      Array array = rows.getArray(position(component) + 1);
      return array == null ? null : texts((Object[]) array.getArray());
    } catch (SQLException e) {
      throw failed(component, e);
    }
  }

  private static String[] texts(Object[] elements) {
    String[] texts = new String[elements.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = elements[i] == null ? "" : elements[i].toString().strip();
    }
    return texts;
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
