package dev.espalier.runtime.data.table;

/**
 * Elements that were texts.
 *
 * @param texts without spaces around them; empty where nothing is
 */
record TextList(Cells cells, int component, String[] texts) implements CellList {
  @Override
  public int size() {
    return texts.length;
  }

  @Override
  public boolean isEmpty(int i) {
    return texts[i].isEmpty();
  }

  @Override
  public float number(int i) {
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
    return texts[i];
  }

  private CellText element(int i) {
    return new CellText(cells, component, texts[i], true);
  }
}
