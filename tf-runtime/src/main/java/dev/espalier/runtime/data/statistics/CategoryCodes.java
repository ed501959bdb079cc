package dev.espalier.runtime.data.statistics;

import dev.espalier.runtime.data.store.LongIndex;
import dev.espalier.runtime.model.ExampleInfo.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a table's values are kept as in raw columns: codes from 0. */
public sealed interface CategoryCodes {

  /** What is said of a value that has no code. */
  int NONE = -2;

  /** The codes of a table's values. */
  static CategoryCodes of(Rows rows) {
    if (rows instanceof Rows.Constants constants) {
      return new Fixed(constants.names().size(), "an enum constant");
    }
    if (rows instanceof Rows.Ids ids) {
      return new Fixed(ids.size(), "an id");
    }
    if (rows instanceof Rows.Hashed hashed) {
      return new Buckets(hashed.buckets());
    }
    return new Dictionary();
  }

  int code(String text);

  int code(long id);

  /** What has a code, for messages. */
  String expected();

  /** Forgets values of former rows, if it keeps them. */
  default void clear() {}

  /** Whole numbers from 0, each its own code. */
  record Fixed(int size, String what) implements CategoryCodes {
    @Override
    public int code(String text) {
      return NONE;
    }

    @Override
    public int code(long id) {
      return id < 0 || id >= size ? NONE : (int) id;
    }

    @Override
    public String expected() {
      return what + " from 0 to " + (size - 1);
    }
  }

  /** Hash values: what they came from is not kept. */
  record Buckets(int count) implements CategoryCodes {
    @Override
    public int code(String text) {
      return CategoryHash.bucket(text, count);
    }

    @Override
    public int code(long id) {
      return CategoryHash.bucket(id, count);
    }

    @Override
    public String expected() {
      return "a text or a whole number";
    }
  }

  /** Texts and whole numbers in the order in which they came. */
  final class Dictionary implements CategoryCodes {
    private final Map<String, Integer> texts = new HashMap<>();
    private final LongIndex ids = new LongIndex();
    private final List<Object> values = new ArrayList<>();

    @Override
    public int code(String text) {
      Integer known = texts.get(text);
      if (known != null) {
        return known;
      }
      texts.put(text, values.size());
      values.add(text);
      return values.size() - 1;
    }

    @Override
    public int code(long id) {
      int code = ids.indexOf(id, values.size());
      if (code == values.size()) {
        values.add(id);
      }
      return code;
    }

    @Override
    public String expected() {
      return "a text or a whole number";
    }

    /** The value of each code: a String or a Long. */
    public List<Object> values() {
      return values;
    }

    @Override
    public void clear() {
      if (!values.isEmpty()) {
        texts.clear();
        ids.clear();
        values.clear();
      }
    }
  }
}
