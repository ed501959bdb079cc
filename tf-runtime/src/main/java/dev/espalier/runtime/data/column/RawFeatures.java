package dev.espalier.runtime.data.column;

import dev.espalier.runtime.data.image.PixelReader;
import dev.espalier.runtime.data.statistics.CategoryCodes;
import dev.espalier.runtime.data.store.BagColumn;
import dev.espalier.runtime.data.store.FloatColumn;
import dev.espalier.runtime.data.store.IntColumn;
import dev.espalier.runtime.data.store.RowValues;
import dev.espalier.runtime.data.store.Storage;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Table;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The features of raw rows: numbers, codes of categories, bags of codes. */
public final class RawFeatures {
  private final ExampleInfo info;
  private final RowPlace place;
  private final int mostValues;
  private final FloatColumn[] numbers;
  private final IntColumn[] categories;
  private final BagColumn[] bags;
  private final Map<Integer, RowValues<byte[]>> pictures = new HashMap<>();
  private final Map<Integer, RowValues<float[]>> sounds = new HashMap<>();
  private final Sequences sequences;
  private PictureFiles files = PictureFiles.atOnce();
  private final CategoryCodes[] codes;
  private final Map<String, CategoryCodes> codesOfTable = new HashMap<>();

  RawFeatures(ExampleInfo info, RowPlace place, Storage storage) {
    this.info = info;
    this.mostValues = storage.mostValues();
    this.place = place;
    int count = info.features().size();
    numbers = new FloatColumn[count];
    categories = new IntColumn[count];
    bags = new BagColumn[count];
    sequences = new Sequences(info, place);
    codes = new CategoryCodes[count];
    for (Table table : info.tables()) {
      codesOfTable.put(table.name(), CategoryCodes.of(table.rows()));
    }
    for (int f = 0; f < count; f++) {
      Encoding encoding = info.features().get(f).encoding();
      if (encoding instanceof Encoding.Number number) {
        numbers[f] = new FloatColumn(number.length(), storage);
      } else if (encoding instanceof Encoding.Category category) {
        categories[f] = new IntColumn(storage);
        codes[f] = codesOfTable.get(category.table());
      } else if (encoding instanceof Encoding.Bag bag) {
        bags[f] = new BagColumn(storage);
        codes[f] = codesOfTable.get(bag.table());
      } else if (encoding instanceof Encoding.Sequence sequence) {
        bags[f] = new BagColumn(storage);
        codes[f] = codesOfTable.get(sequence.table());
      } else if (encoding instanceof Encoding.Picture) {
        pictures.put(f, RowValues.ofBytes(storage));
      } else if (encoding instanceof Encoding.Sound) {
        sounds.put(f, RowValues.ofFloats(storage));
      }
    }
  }

  void open() {
    for (int f = 0; f < numbers.length; f++) {
      if (numbers[f] != null) {
        numbers[f].open(place.row());
      } else if (categories[f] != null) {
        categories[f].open(place.row());
      } else if (bags[f] != null) {
        bags[f].open(place.row());
      }
    }
    pictures.values().forEach(column -> column.open(place.row()));
    sounds.values().forEach(column -> column.open(place.row()));
    sequences.open();
  }

  /** Refuses sequences that don't run along each other; one that is missing has no token. */
  void close() {
    sequences.close(bags);
  }

  /** Tokens of the row's sequence; 0 where it is missing. */
  int tokens(String feature) {
    return sequences.tokens(feature);
  }

  void clear() {
    codesOfTable.values().forEach(CategoryCodes::clear);
  }

  /** The values of a number feature. */
  public FloatColumn numbers(int feature) {
    return numbers[feature];
  }

  /** The codes of a category; see {@link #codes}. */
  public IntColumn category(int feature) {
    return categories[feature];
  }

  /** The codes of a bag or a sequence; see {@link #codes}. */
  public BagColumn bag(int feature) {
    return bags[feature];
  }

  /** The pixels of a picture feature. */
  public RowValues<byte[]> pictures(int feature) {
    return pictures.get(feature);
  }

  /** The samples of a sound feature. */
  public RowValues<float[]> sounds(int feature) {
    return sounds.get(feature);
  }

  /** What the codes of all features of a table stand for. */
  public CategoryCodes codes(String table) {
    return codesOfTable.get(table);
  }

  void number(int feature, float value) {
    if (Float.isInfinite(value)) {
      throw place.infinite(what(feature), value);
    }
    numbers[feature].set(place.row(), 0, value);
  }

  void numbers(int feature, float[] values) {
    place.check(values, numbers[feature].width(), what(feature));
    numbers[feature].set(place.row(), values);
  }

  void id(int feature, long id) {
    categories[feature].set(place.row(), code(feature, id));
  }

  void text(int feature, String text) {
    categories[feature].set(place.row(), code(feature, text));
  }

  void constants(int feature, Collection<? extends Enum<?>> constants) {
    bags[feature].begin(place.row());
    for (Enum<?> constant : constants) {
      bags[feature].add(constant == null ? IntColumn.MISSING : code(feature, constant.ordinal()));
    }
    end(feature);
  }

  void ids(int feature, int[] ids) {
    bags[feature].begin(place.row());
    for (int id : ids) {
      bags[feature].add(code(feature, id));
    }
    end(feature);
  }

  void ids(int feature, long[] ids) {
    bags[feature].begin(place.row());
    for (long id : ids) {
      bags[feature].add(code(feature, id));
    }
    end(feature);
  }

  void texts(int feature, Iterable<String> texts) {
    bags[feature].begin(place.row());
    for (String text : texts) {
      bags[feature].add(text == null ? IntColumn.MISSING : code(feature, text));
    }
    end(feature);
  }

  private void end(int feature) {
    bags[feature].end(place.row());
    sequences.written(feature);
  }

  void sentence(int feature, String text) {
    Encoding.Sequence sequence = (Encoding.Sequence) info.features().get(feature).encoding();
    texts(feature, TokenSplitter.split(text, sequence.tokenizer()));
  }

  void picture(int feature, byte[] pixels) {
    Encoding.Picture picture = (Encoding.Picture) info.features().get(feature).encoding();
    int size = picture.height() * picture.width() * picture.channels();
    if (pixels.length != size) {
      throw place.refuse(
          what(feature),
          pixels.length + " bytes",
          "%d, which is %d rows of %d pixels of %d channels"
              .formatted(size, picture.height(), picture.width(), picture.channels()));
    }
    pictures.get(feature).set(place.row(), pixels);
  }

  void picture(int feature, BufferedImage picture) {
    String name = place.here() + ", " + what(feature);
    pictures.get(feature).set(place.row(), reader(feature).read(name, picture));
  }

  void picture(int feature, Path file) {
    files.decode(reader(feature), file, pictures.get(feature), place);
  }

  private PixelReader reader(int feature) {
    Encoding.Picture picture = (Encoding.Picture) info.features().get(feature).encoding();
    return new PixelReader(picture.height(), picture.width(), picture.channels(), picture.fit());
  }

  /** From now until it is closed, files are decoded several at a time. */
  PictureFiles decodeAside() {
    files = PictureFiles.aside();
    return files;
  }

  void sound(int feature, float[] samples) {
    for (int i = 0; i < samples.length; i++) {
      if (!Float.isFinite(samples[i])) {
        throw place.refuse(
            what(feature) + ", sample " + i, String.valueOf(samples[i]), "a finite number");
      }
    }
    sounds.get(feature).set(place.row(), samples);
  }

  void sound(int feature, short[] samples) {
    float[] floats = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      floats[i] = samples[i] / 32768f;
    }
    sounds.get(feature).set(place.row(), floats);
  }

  private int code(int feature, long id) {
    int code = codes[feature].code(id);
    if (code == CategoryCodes.NONE) {
      throw place.refuse(what(feature), String.valueOf(id), codes[feature].expected());
    }
    requireRoom(feature, code);
    return code;
  }

  private int code(int feature, String text) {
    int code = codes[feature].code(text);
    if (code == CategoryCodes.NONE) {
      throw place.refuse(what(feature), '"' + text + '"', codes[feature].expected());
    }
    requireRoom(feature, code);
    return code;
  }

  /** Vocabularies are in memory, however rows are kept. */
  private void requireRoom(int feature, int code) {
    if (code >= mostValues && codes[feature] instanceof CategoryCodes.Dictionary) {
      throw place.refuse(
          what(feature),
          "more than " + mostValues + " different values",
          "fewer in data that streams, because they are kept in memory: hash them, as in"
              + " @Categorical(buckets = 100_000), or allow more, as in"
              + " data.streaming(Streaming.standard().withVocabularies(n))");
    }
  }

  private String what(int feature) {
    return "feature \"" + info.features().get(feature).name() + '"';
  }
}
