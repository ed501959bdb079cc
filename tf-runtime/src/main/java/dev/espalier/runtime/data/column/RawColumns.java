package dev.espalier.runtime.data.column;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.Streaming;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.data.batch.RowSet;
import dev.espalier.runtime.data.store.Storage;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ModelInfo.Needs;
import dev.espalier.runtime.model.RowWriter;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows as the user gave them, in growing columns of primitives.
 *
 * <p>Write a row through the methods of {@link RowWriter}, then {@link #endRow()}. A value that
 * can't be is refused with a {@link DataException} that names data set, row (from 0), feature or
 * task, what was found and what was expected: an infinite number, an id outside its size, a class
 * outside its classes, a label its loss is not defined for, a {@code float[]} of another length
 * than declared, a row weight below 0, a label whose task needs a feature that is absent in the
 * row. The columns are then of no further use but after {@link #clear()}.
 *
 * <p>A {@code float[]} that is null, or that has more than one element and is not written, is
 * absent; everything else that is not written is missing.
 */
public final class RawColumns implements RowWriter, AutoCloseable {
  private final ExampleInfo info;
  private final RowPlace place;
  private final RawFeatures features;
  private final AbsentFeatures absent;
  private final RawLabels labels;
  private final LabelDomains domains;
  private final boolean labelled;
  private final String name;
  private final RowSets sets;
  private final Storage storage;

  private RawColumns(
      String name, ExampleInfo info, List<Needs> needs, boolean labelled, Storage storage) {
    this.name = name;
    this.storage = storage;
    this.info = info;
    place = new RowPlace(name);
    features = new RawFeatures(info, place, storage);
    absent = new AbsentFeatures(info, needs);
    labels = new RawLabels(info, place, storage);
    domains = new LabelDomains(info.tasks(), place);
    this.labelled = labelled;
    sets = new RowSets(info, labelled);
    open();
  }

  /**
   * Empty columns for features, labels and row weights, for training and evaluation.
   *
   * @param name how messages call these rows
   * @param needs what each task of the model needs, in the order of the tasks
   */
  public static RawColumns labelled(String name, ExampleInfo info, List<Needs> needs) {
    return new RawColumns(name, info, needs, true, Storage.inMemory());
  }

  /** The same, kept somewhere. */
  static RawColumns labelled(String name, ExampleInfo info, List<Needs> needs, Storage storage) {
    return new RawColumns(name, info, needs, true, storage);
  }

  /** Empty columns for features alone, for prediction: labels and weights are ignored. */
  public static RawColumns unlabelled(String name, ExampleInfo info, List<Needs> needs) {
    return new RawColumns(name, info, needs, false, Storage.inMemory());
  }

  /**
   * All rows of a data set, with their labels, in memory or as the data set says; pictures' files
   * are decoded several at a time.
   */
  public static <E> RawColumns read(
      Dataset<E> data, ExampleCodec<E, ?, ?> codec, List<Needs> needs) {
    return read(data.name(), codec, needs, data.streamed(), columns -> columns.write(data, codec));
  }

  /**
   * All rows of several data sets, one set after the other: in files if any of them streams. Labels
   * count in the sets that teach their task; elsewhere they are missing.
   *
   * @throws DataException when a set has no row, or no label of what it teaches
   */
  public static <E> RawColumns read(
      TaskData<E, ?> data, ExampleCodec<E, ?, ?> codec, List<Needs> needs) {
    return read(
        data.name(), codec, needs, data.streamed(), columns -> columns.writeSets(data, codec));
  }

  private static RawColumns read(
      String name,
      ExampleCodec<?, ?, ?> codec,
      List<Needs> needs,
      Optional<Streaming> streamed,
      Consumer<RawColumns> writing) {
    Storage storage = Storage.of(streamed);
    try {
      RawColumns columns = new RawColumns(name, codec.info(), needs, true, storage);
      try (PictureFiles files = columns.features.decodeAside()) {
        writing.accept(columns);
        files.await();
      }
      return columns;
    } catch (RuntimeException | Error e) {
      storage.close();
      throw e;
    }
  }

  private <E> void writeSets(TaskData<E, ?> data, ExampleCodec<E, ?, ?> codec) {
    for (TaskData.Part<E> part : data.parts()) {
      int from = size();
      String source = part.data().name();
      place.moveTo(source);
      sets.begin(part.tasks());
      write(part.data(), codec);
      sets.end(source, from, size(), labels, absent);
    }
  }

  private <E> void write(Dataset<E> data, ExampleCodec<E, ?, ?> codec) {
    data.read(
        example -> {
          codec.encode(example, this);
          endRow();
        });
  }

  /** Closes a row; what was not written is missing. */
  public void endRow() {
    features.close();
    if (labelled) {
      absent.check(labels, place);
      labels.close(features);
    }
    absent.close(place.row());
    place.moveTo(place.row() + 1);
    open();
  }

  private void open() {
    absent.open();
    features.open();
    if (labelled) {
      labels.open();
    }
  }

  /** How many rows are closed. */
  public int size() {
    return place.row();
  }

  /** How messages call these rows. */
  public String name() {
    return name;
  }

  /** How messages call a row. */
  public String at(int row) {
    return place.at(row);
  }

  /** The data sets that the rows came from, in their order. */
  public List<RowSet> sets() {
    return sets.all(name, size(), absent);
  }

  /** Forgets all rows and keeps the memory, for the next prediction. */
  public void clear() {
    place.moveTo(0);
    features.clear();
    absent.clear();
    open();
  }

  /** What an example consists of. */
  public ExampleInfo info() {
    return info;
  }

  /** Where the columns lie. */
  public Storage storage() {
    return storage;
  }

  /** Frees files that rows are kept in, but for those that belong to encoded rows. */
  @Override
  public void close() {
    storage.closeRaw();
  }

  /** The columns of features. */
  public RawFeatures features() {
    return features;
  }

  /** Whether rows were read with their labels. */
  public boolean hasLabels() {
    return labelled;
  }

  /** The columns of labels. */
  public RawLabels labels() {
    return labels;
  }

  /** The closed rows that lack each feature as a whole. */
  public List<BitSet> absent() {
    return absent.byFeature();
  }

  /** The closed rows in which a task lacks a feature it needs. */
  public BitSet unavailable(int task) {
    return absent.unavailable(task);
  }

  @Override
  public void number(int feature, float value) {
    features.number(feature, value);
  }

  @Override
  public void numbers(int feature, float[] values) {
    absent.set(feature, values == null);
    if (values != null) {
      features.numbers(feature, values);
    }
  }

  @Override
  public void constant(int feature, int ordinal) {
    features.id(feature, ordinal);
  }

  @Override
  public void id(int feature, long id) {
    features.id(feature, id);
  }

  @Override
  public void text(int feature, String text) {
    if (text != null) {
      features.text(feature, text);
    }
  }

  @Override
  public void constants(int feature, Collection<? extends Enum<?>> constants) {
    absent.set(feature, constants == null);
    if (constants != null) {
      features.constants(feature, constants);
    }
  }

  @Override
  public void ids(int feature, int[] ids) {
    absent.set(feature, ids == null);
    if (ids != null) {
      features.ids(feature, ids);
    }
  }

  @Override
  public void ids(int feature, long[] ids) {
    absent.set(feature, ids == null);
    if (ids != null) {
      features.ids(feature, ids);
    }
  }

  @Override
  public void texts(int feature, String[] texts) {
    absent.set(feature, texts == null);
    if (texts != null) {
      features.texts(feature, Arrays.asList(texts));
    }
  }

  @Override
  public void texts(int feature, Collection<String> texts) {
    absent.set(feature, texts == null);
    if (texts != null) {
      features.texts(feature, texts);
    }
  }

  @Override
  public void constants(int feature, Enum<?>[] constants) {
    absent.set(feature, constants == null);
    if (constants != null) {
      features.constants(feature, Arrays.asList(constants));
    }
  }

  @Override
  public void sentence(int feature, String text) {
    absent.set(feature, text == null);
    if (text != null) {
      features.sentence(feature, text);
    }
  }

  @Override
  public void picture(int feature, byte[] pixels) {
    absent.set(feature, pixels == null);
    if (pixels != null) {
      features.picture(feature, pixels);
    }
  }

  @Override
  public void picture(int feature, BufferedImage picture) {
    absent.set(feature, picture == null);
    if (picture != null) {
      features.picture(feature, picture);
    }
  }

  @Override
  public void picture(int feature, Path file) {
    absent.set(feature, file == null);
    if (file != null) {
      features.picture(feature, file);
    }
  }

  @Override
  public void sound(int feature, float[] samples) {
    absent.set(feature, samples == null);
    if (samples != null) {
      features.sound(feature, samples);
    }
  }

  @Override
  public void sound(int feature, short[] samples) {
    absent.set(feature, samples == null);
    if (samples != null) {
      features.sound(feature, samples);
    }
  }

  @Override
  public void label(int task, boolean value) {
    if (sets.teaches(task)) {
      labels.of(task).set(value);
    }
  }

  @Override
  public void label(int task, int value) {
    if (sets.teaches(task)) {
      labels.of(task).set(value);
    }
  }

  @Override
  public void label(int task, float value) {
    if (sets.teaches(task)) {
      labels.of(task).set(value);
      domains.check(task, value);
    }
  }

  @Override
  public void labels(int task, float[] values) {
    if (sets.teaches(task) && values != null) {
      labels.of(task).set(values);
      domains.check(task, values);
    }
  }

  @Override
  public void labels(int task, boolean[] values) {
    if (sets.teaches(task) && values != null) {
      labels.of(task).set(values);
    }
  }

  @Override
  public void labels(int task, Collection<? extends Enum<?>> constants) {
    if (sets.teaches(task) && constants != null) {
      labels.of(task).set(constants);
    }
  }

  @Override
  public void labels(int task, int[] classes) {
    if (sets.teaches(task) && classes != null) {
      labels.of(task).set(classes);
    }
  }

  @Override
  public void labels(int task, byte[] classes) {
    if (sets.teaches(task) && classes != null) {
      labels.of(task).set(classes);
    }
  }

  @Override
  public void labels(int task, Enum<?>[] constants) {
    if (sets.teaches(task) && constants != null) {
      labels.of(task).set(constants);
    }
  }

  @Override
  public void rowWeight(float weight) {
    if (labelled) {
      labels.weight(weight);
    }
  }
}
