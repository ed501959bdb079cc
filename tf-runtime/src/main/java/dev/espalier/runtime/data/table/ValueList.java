package dev.espalier.runtime.data.table;

/**
 * Elements that a driver gave as objects.
 *
 * @param values null where nothing is
 */
record ValueList(Cells cells, int component, Object[] values) implements CellList {
  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean isEmpty(int i) {
    return values[i] == null || values[i] instanceof String text && text.isBlank();
  }

  @Override
  public float number(int i) {
    if (values[i] instanceof Float number && Float.isFinite(number)) {
      return number;
    }
    return element(i).narrowNumber();
  }

  @Override
  public long whole(int i, long min, long max) {
    return element(i).whole(min, max);
  }

  @Override
  public boolean flag(int i) {
    return element(i).flag();
  }

  @Override
  public String text(int i) {
    return values[i] == null ? "" : values[i].toString().strip();
  }

  private CellText element(int i) {
    return new CellText(cells, component, text(i), true);
  }
}
