package dev.espalier.runtime.data.table;

import dev.espalier.runtime.model.CellType;
import java.sql.Types;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The type that a column has in its source.
 *
 * @param name as the source calls it
 * @param kind of its values, or of their elements
 * @param list whether its values are lists
 */
record ColumnType(String name, Kind kind, boolean list) {

  /** What values are. */
  enum Kind {
    WHOLE,
    REAL,
    FLAG,
    TEXT,
    BYTES,
    /** Nothing but NULL. */
    NOTHING,
    /** What has a text, such as a date. */
    OTHER,
    /** What messages can't tell, such as elements of an unknown type. */
    UNKNOWN
  }

  /** Types that drivers give no number of JDBC for, and elements of lists. */
  private static final Map<String, Kind> BY_NAME =
      Map.ofEntries(
          Map.entry("TINYINT", Kind.WHOLE),
          Map.entry("UTINYINT", Kind.WHOLE),
          Map.entry("SMALLINT", Kind.WHOLE),
          Map.entry("USMALLINT", Kind.WHOLE),
          Map.entry("INTEGER", Kind.WHOLE),
          Map.entry("UINTEGER", Kind.WHOLE),
          Map.entry("BIGINT", Kind.WHOLE),
          Map.entry("UBIGINT", Kind.WHOLE),
          Map.entry("HUGEINT", Kind.WHOLE),
          Map.entry("UHUGEINT", Kind.WHOLE),
          Map.entry("INT2", Kind.WHOLE),
          Map.entry("INT4", Kind.WHOLE),
          Map.entry("INT8", Kind.WHOLE),
          Map.entry("FLOAT", Kind.REAL),
          Map.entry("DOUBLE", Kind.REAL),
          Map.entry("DOUBLE PRECISION", Kind.REAL),
          Map.entry("REAL", Kind.REAL),
          Map.entry("FLOAT4", Kind.REAL),
          Map.entry("FLOAT8", Kind.REAL),
          Map.entry("DECIMAL", Kind.REAL),
          Map.entry("NUMERIC", Kind.REAL),
          Map.entry("BOOLEAN", Kind.FLAG),
          Map.entry("BOOL", Kind.FLAG),
          Map.entry("VARCHAR", Kind.TEXT),
          Map.entry("CHARACTER VARYING", Kind.TEXT),
          Map.entry("CHARACTER", Kind.TEXT),
          Map.entry("TEXT", Kind.TEXT),
          Map.entry("BPCHAR", Kind.TEXT),
          Map.entry("ENUM", Kind.TEXT),
          Map.entry("BLOB", Kind.BYTES),
          Map.entry("BYTEA", Kind.BYTES),
          Map.entry("NULL", Kind.NOTHING));

  private static final Set<CellType> LISTS =
      Set.of(
          CellType.FLOATS,
          CellType.INTS,
          CellType.LONGS,
          CellType.SHORTS,
          CellType.BOOLEANS,
          CellType.TEXTS,
          CellType.ENUMS);

  /** What a driver says of a column. */
  static ColumnType of(int jdbcType, String name) {
    if (jdbcType == Types.ARRAY) {
      return new ColumnType(name, ofElements(name), true);
    }
    Kind byName = BY_NAME.get(plain(name));
    return new ColumnType(name, byName != null ? byName : kind(jdbcType), false);
  }

  /** What DuckDB calls a column. */
  static ColumnType named(String name) {
    return name.endsWith("]") ? of(Types.ARRAY, name) : of(Types.OTHER, name);
  }

  /** Whether values are texts, one a row. */
  boolean isText() {
    return kind == Kind.TEXT && !list;
  }

  /** Elements of {@code INTEGER[]}, {@code FLOAT[3]}, {@code _int4}, {@code INTEGER ARRAY}. */
  private static Kind ofElements(String name) {
    String element = name.startsWith("_") ? name.substring(1) : name;
    element = element.replaceAll("\\[\\d*]$", "").replaceAll("(?i) ARRAY.*$", "");
    return element.endsWith("]")
        ? Kind.UNKNOWN
        : BY_NAME.getOrDefault(plain(element), Kind.UNKNOWN);
  }

  /** {@code decimal(9, 2)} is DECIMAL. */
  private static String plain(String name) {
    int bracket = name.indexOf('(');
    String bare = bracket < 0 ? name : name.substring(0, bracket);
    return bare.replace("\"", "").strip().toUpperCase(Locale.ROOT);
  }

  private static Kind kind(int jdbcType) {
    return switch (jdbcType) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Kind.WHOLE;
      case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.NUMERIC, Types.DECIMAL -> Kind.REAL;
      case Types.BOOLEAN, Types.BIT -> Kind.FLAG;
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> Kind.TEXT;
      case Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.NCLOB -> Kind.TEXT;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Kind.BYTES;
      case Types.NULL -> Kind.NOTHING;
      default -> Kind.OTHER;
    };
  }

  /** Whether a component can take what stands in such a column; values are checked row by row. */
  boolean fits(CellType type) {
    if (type == CellType.ANY || kind == Kind.NOTHING) {
      return true;
    }
    if (LISTS.contains(type)) {
      // A text may be a list, as in a file of separated values.
      return list ? kind == Kind.UNKNOWN || takes(element(type)) : kind == Kind.TEXT;
    }
    return !list && takes(type);
  }

  private boolean takes(CellType type) {
    return switch (type) {
      case FLOAT, DOUBLE -> kind == Kind.WHOLE || kind == Kind.REAL;
      // Whole numbers with gaps come as decimals out of many tools: 5.0.
      case INT, LONG -> kind == Kind.WHOLE || kind == Kind.REAL;
      case BOOLEAN -> kind == Kind.FLAG || kind == Kind.WHOLE || kind == Kind.TEXT;
      case TEXT -> kind != Kind.BYTES;
      case FILE -> kind == Kind.TEXT;
      case ENUM -> kind == Kind.TEXT || kind == Kind.WHOLE || kind == Kind.FLAG;
      case BYTES -> kind == Kind.BYTES || kind == Kind.TEXT;
      default -> false;
    };
  }

  private static CellType element(CellType list) {
    return switch (list) {
      case FLOATS -> CellType.FLOAT;
      case INTS, LONGS, SHORTS -> CellType.LONG;
      case BOOLEANS -> CellType.BOOLEAN;
      case ENUMS -> CellType.ENUM;
      default -> CellType.TEXT;
    };
  }
}
