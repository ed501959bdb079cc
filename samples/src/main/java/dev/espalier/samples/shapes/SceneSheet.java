package dev.espalier.samples.shapes;

import dev.espalier.samples.cli.PictureSheet;
import dev.espalier.samples.cli.SheetPicture;
import java.awt.Color;
import java.nio.file.Path;

/** Scenes with what is predicted for them. */
final class SceneSheet {
  /** Scenes that fit a sheet. */
  static final int PICTURES = 20;

  private static final int COLUMNS = 5;
  private static final int SCALE = 4;
  private static final Color FRAME = Color.WHITE;
  // The shape keeps its colour, and all else is dimmed.
  private static final Color BACKGROUND = new Color(10, 12, 20, 150);
  private static final Color SHAPE = null;
  private static final Color PAPER = new Color(40, 130, 255, 90);

  private final PictureSheet sheet;

  SceneSheet(Path file) {
    sheet = new PictureSheet(file, COLUMNS, SCALE);
  }

  /** Adds a scene; what is predicted wrongly is marked. */
  void add(Scene scene, ScenePrediction predicted) {
    SheetPicture picture =
        sheet
            .add(scene.picture(), Scene.SIZE, Scene.SIZE)
            .mask(predicted.mask(), BACKGROUND, SHAPE, PAPER)
            .box(predicted.box(), FRAME)
            .caption(predicted.color().value().name(), predicted.color().value() == scene.color())
            .caption(predicted.shape().value().name(), predicted.shape().value() == scene.shape());
    if (scene.word() == null) {
      picture.caption("(NO WORD)");
    } else {
      picture.caption(predicted.word().value().name(), predicted.word().value() == scene.word());
    }
  }

  void write() {
    sheet.write();
  }

  Path file() {
    return sheet.file();
  }
}
