package dev.espalier.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The sample on a part of its pictures. */
class ShapesSampleTest {
  @TempDir private static Path folder;

  private static String text;
  private static Map<String, Object> report;

  @BeforeAll
  static void run() throws IOException {
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new ShapesSample());
    command.setOut(new PrintWriter(out, true));
    int exit =
        command.execute(
            "--pictures=1500",
            "--epochs=5",
            "--batch=32",
            "--report=" + folder.resolve("report.json"),
            "--sheet=" + folder.resolve("sheet.png"));
    assertThat(exit).isZero();
    text = out.toString();
    report = JSON.std.mapFrom(Files.readString(folder.resolve("report.json")));
  }

  @Test
  void whatIsThereIsLearnt() {
    // What chance or the most frequent reaches: 0.17, 0.17, 0.3, 0.27. Words take more pictures.
    assertThat(test("shape", "accuracy")).isGreaterThan(0.35);
    assertThat(test("color", "accuracy")).isGreaterThan(0.9);
    assertThat(test("box", "iou")).isGreaterThan(0.45);
    assertThat(test("mask", "miou")).isGreaterThan(0.7);
  }

  @Test
  void thereIsNoLabelWhereNoWordIs() {
    assertThat(test("shape", "labels")).isEqualTo(300);
    assertThat(test("word", "labels")).isBetween(250.0, 290.0);
  }

  @Test
  void theSheetIsAPicture() throws IOException {
    BufferedImage sheet = ImageIO.read(folder.resolve("sheet.png").toFile());
    assertThat(sheet.getWidth()).isGreaterThan(5 * 4 * Scene.SIZE);
    assertThat(sheet.getHeight()).isGreaterThan(4 * 4 * Scene.SIZE);
    assertThat(text).contains(folder.resolve("sheet.png").toString());
  }

  @SuppressWarnings("unchecked")
  private static double test(String task, String metric) {
    Map<String, Object> figures = (Map<String, Object>) report.get("test");
    return ((Number) ((Map<String, Object>) figures.get(task)).get(metric)).doubleValue();
  }
}
