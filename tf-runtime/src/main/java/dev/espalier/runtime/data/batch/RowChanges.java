package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.augment.Augmentation;
import dev.espalier.runtime.data.augment.Change;
import dev.espalier.runtime.data.augment.Draws;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Feature;

/**
 * Draws what training does to the rows of a batch: a function of seed, epoch, place in the epoch
 * and feature, so that a row that is drawn twice is changed in two ways.
 */
final class RowChanges {
  private final ExampleInfo info;
  private final boolean training;
  private final long seed;
  private final long epoch;
  private final Draws draws = new Draws();
  private final Change[][] changes;
  private final int[] leaders;

  private RowChanges(ExampleInfo info, boolean training, long seed, long epoch) {
    this.info = info;
    this.training = training;
    this.seed = seed;
    this.epoch = epoch;
    this.changes = new Change[info.features().size()][];
    this.leaders = new int[changes.length];
    for (int f = 0; f < leaders.length; f++) {
      leaders[f] = leader(info, f);
    }
  }

  /** The feature whose moves another makes: itself, or for a picture the one that it runs along. */
  private static int leader(ExampleInfo info, int feature) {
    return info.features().get(feature).encoding() instanceof Encoding.Picture picture
            && !picture.along().isEmpty()
        ? info.featureIndex(picture.along())
        : feature;
  }

  /** Rows are as they were read. */
  static RowChanges none(ExampleInfo info) {
    return new RowChanges(info, false, 0, 0);
  }

  /** The changes of one epoch of training. */
  static RowChanges of(ExampleInfo info, long seed, long epoch) {
    return new RowChanges(info, true, seed, epoch);
  }

  /** What is done to each feature, by its index, at each place of a batch; null for nothing. */
  Change[][] draw(int from, int size) {
    for (int f = 0; training && f < changes.length; f++) {
      Feature leader = info.features().get(leaders[f]);
      Feature feature = info.features().get(f);
      if (!leader.augmentations().isEmpty() || !feature.augmentations().isEmpty()) {
        changes[f] = longEnough(changes[f], size);
        for (int i = 0; i < size; i++) {
          begin(feature, changes[f][i]);
          if (leaders[f] != f) {
            draw(leaders[f], from + i, changes[f][i]);
            changes[f][i].keepValues();
          }
          draw(f, from + i, changes[f][i]);
        }
      }
    }
    return changes;
  }

  private static void begin(Feature feature, Change change) {
    if (feature.encoding() instanceof Encoding.Picture picture) {
      change.begin(picture.height(), picture.width());
    } else {
      change.begin(1, 1);
    }
  }

  /** Adds what is drawn for a feature at a place of the epoch: for whoever asks the same. */
  private void draw(int feature, int place, Change change) {
    draws.begin(seed, epoch, place, feature);
    for (Augmentation augmentation : info.features().get(feature).augmentations()) {
      augmentation.draw(draws, change);
    }
  }

  private static Change[] longEnough(Change[] before, int size) {
    if (before != null && before.length >= size) {
      return before;
    }
    Change[] longer = new Change[size];
    for (int i = 0; i < size; i++) {
      longer[i] = new Change();
    }
    return longer;
  }
}
