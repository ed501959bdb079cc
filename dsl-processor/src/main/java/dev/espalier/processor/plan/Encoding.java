package dev.espalier.processor.plan;

/** How a feature's values enter the network. */
public sealed interface Encoding {

  /** How many columns it gives. */
  int width();

  /** Numbers; the words are constants of {@code Normalize} and {@code Missing}. */
  record Number(
      int length, String normalize, String missing, double fill, boolean indicator, double clip)
      implements Encoding {
    @Override
    public int width() {
      return indicator ? 2 * length : length;
    }
  }

  /** One category: a row of a table. */
  record Category(Table table) implements Encoding {
    @Override
    public int width() {
      return table.dimension();
    }
  }

  /** Several categories, pooled to one row; the word is a constant of {@code Pooling}. */
  record Bag(Table table, String pooling) implements Encoding {
    @Override
    public int width() {
      return table.dimension();
    }
  }
}
