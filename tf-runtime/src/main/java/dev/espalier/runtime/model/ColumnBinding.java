package dev.espalier.runtime.model;

/**
 * Where a component of an example is found in a file or query.
 *
 * @param component its name in the code
 * @param header the column's name; that of the component unless the user gave another
 * @param at the column's position from 0; -1 when it is found by its header
 * @param type what the component takes
 */
public record ColumnBinding(String component, String header, int at, CellType type) {

  /** A component that is found by a header. */
  public static ColumnBinding named(String component, String header, CellType type) {
    return new ColumnBinding(component, header, -1, type);
  }

  /** A component of any type that is found by a header. */
  public static ColumnBinding named(String component, String header) {
    return named(component, header, CellType.ANY);
  }

  /** A component that is found by its position. */
  public static ColumnBinding at(String component, int position, CellType type) {
    return new ColumnBinding(component, component, position, type);
  }

  /** A component of any type that is found by its position. */
  public static ColumnBinding at(String component, int position) {
    return at(component, position, CellType.ANY);
  }
}
