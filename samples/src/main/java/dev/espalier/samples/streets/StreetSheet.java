package dev.espalier.samples.streets;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.samples.cli.PictureSheet;
import dev.espalier.samples.cli.SheetPicture;
import dev.espalier.samples.streets.Street.Thing;
import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A picture of streets: as photographed, as they are, as they are predicted. */
final class StreetSheet {
  private static final int STREETS = 8;
  private static final int OPACITY = 0xb0;

  /** In the order of the things. */
  private static final Color[] COLORS =
      Stream.of(
              0x6fb8ff, 0xb59f86, 0xffe94a, 0x9877c9, 0xff9ad5, 0x58b358, 0xffffff, 0xd98a3d,
              0x4a72ff, 0xff4a4a, 0x25e6d2)
          .map(Color::new)
          .toArray(Color[]::new);

  private static final Color[] VEILS =
      Stream.of(COLORS)
          .map(c -> new Color(c.getRed(), c.getGreen(), c.getBlue(), OPACITY))
          .toArray(Color[]::new);

  private final PictureSheet sheet;

  StreetSheet(Path file) {
    sheet = new PictureSheet(file, 3, 3);
  }

  /** Writes some streets, taken evenly from all. */
  void write(StreetTrainer trainer, Dataset<Street> all) {
    List<Street> streets = some(all);
    List<StreetPrediction> predictions = trainer.predict(streets);
    for (int i = 0; i < streets.size(); i++) {
      add(streets.get(i), predictions.get(i));
    }
    sheet.write();
  }

  private static List<Street> some(Dataset<Street> all) {
    List<Street> streets = all.toList();
    int step = Math.max(1, streets.size() / STREETS);
    return Stream.iterate(step / 2, i -> i + step)
        .limit(Math.min(STREETS, streets.size()))
        .map(streets::get)
        .toList();
  }

  private void add(Street street, StreetPrediction prediction) {
    SheetPicture photograph = sheet.add(street.picture(), Street.HEIGHT, Street.WIDTH);
    SheetPicture truth = sheet.add(street.picture(), Street.HEIGHT, Street.WIDTH);
    truth.mask(street.mask(), VEILS);
    Set<Thing> predicted = prediction.content().above(0.5);
    for (Thing thing : Thing.values()) {
      boolean there = street.content().contains(thing);
      if (there) {
        truth.caption(thing.name(), COLORS[thing.ordinal()]);
      }
      if (predicted.contains(thing)) {
        photograph.caption(thing.name(), there);
      } else if (there) {
        photograph.caption("no " + thing.name(), false);
      }
    }
    sheet
        .add(street.picture(), Street.HEIGHT, Street.WIDTH)
        .mask(prediction.mask(), VEILS)
        .caption("%.0f %% of pixels".formatted(100 * right(street.mask(), prediction.mask())));
  }

  /** The part of pixels that are predicted as they are, of those of which it is known. */
  private static double right(byte[] mask, byte[] predicted) {
    int known = 0;
    int right = 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i] != Street.VOID) {
        known++;
        right += mask[i] == predicted[i] ? 1 : 0;
      }
    }
    return (double) right / known;
  }
}
