package dev.espalier.runtime.data.column;

import dev.espalier.runtime.data.store.BagColumn;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;

/** The sequences of the row that is being written: which run along which. */
final class Sequences {
  private final ExampleInfo info;
  private final RowPlace place;
  private final boolean[] written;
  private final int[] tokens;

  Sequences(ExampleInfo info, RowPlace place) {
    this.info = info;
    this.place = place;
    this.written = new boolean[info.features().size()];
    this.tokens = new int[written.length];
  }

  void open() {
    for (int f = 0; f < written.length; f++) {
      written[f] = false;
      tokens[f] = 0;
    }
  }

  /** Notes that a sequence, or bag, is there. */
  void written(int feature) {
    written[feature] = true;
  }

  /** Counts the tokens of each sequence, and refuses those that don't run along each other. */
  void close(BagColumn[] columns) {
    for (int f = 0; f < written.length; f++) {
      if (info.features().get(f).encoding() instanceof Encoding.Sequence) {
        if (!written[f]) {
          columns[f].begin(place.row());
          columns[f].end(place.row());
        }
        tokens[f] = columns[f].start(place.row() + 1) - columns[f].start(place.row());
      }
    }
    for (int f = 0; f < written.length; f++) {
      if (info.features().get(f).encoding() instanceof Encoding.Sequence sequence) {
        int leader = info.featureIndex(sequence.along());
        if (written[f] && written[leader] && tokens[f] != tokens[leader]) {
          throw place.refuse(
              "feature \"" + info.features().get(f).name() + '"',
              tokens[f] + " tokens",
              "as many as feature \"%s\" has, along which it runs: %d"
                  .formatted(sequence.along(), tokens[leader]));
        }
      }
    }
  }

  int tokens(String feature) {
    return tokens[info.featureIndex(feature)];
  }
}
