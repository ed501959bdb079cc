package dev.espalier.runtime.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.report.browser.Browser;
import dev.espalier.runtime.report.browser.Tab;
import dev.espalier.runtime.train.ListenedRun;
import dev.espalier.runtime.train.run.TrainingListener;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private static final int EPOCHS = 3;

  @TempDir private Path folder;

  private Path page() {
    Path file = folder.resolve("run.html");
    ListenedRun.of(EPOCHS, HtmlReport.to(file));
    return file;
  }

  @Test
  void aBrowserOpensThePageFromDiskAndDrawsAllOfIt() throws IOException, InterruptedException {
    Path file = page();
    try (Browser browser = Browser.start();
        Tab tab = browser.open(file.toUri(), 1300, 900)) {
      tab.await("document.querySelectorAll('canvas[data-points]').length >= 15");
      assertThat(tab.complaints()).isEmpty();
      // Nothing but the file itself; the icon is in it.
      assertThat(tab.requests()).filteredOn(url -> !url.startsWith("data:")).hasSize(1);

      assertThat(tab.text("document.title")).isEqualTo("Garden: a run");
      assertThat(tab.text("document.getElementById('status').textContent")).contains("3 epochs in");
      assertThat(
              tab.text("[...document.querySelectorAll('main h2')].map(h => h.textContent).join()"))
          .isEqualTo("Figures,Losses,Metrics,Balance,Course,Outcomes,Model,Configuration");
      assertThat(tab.text("document.querySelectorAll('section[hidden]').length")).isEqualTo("0");

      // Losses of nine batches, and two points an epoch.
      assertThat(points(tab, "loss-0")).isEqualTo(9 + 2 * EPOCHS);
      assertThat(points(tab, "loss-3")).isEqualTo(9 + 2 * EPOCHS);
      assertThat(points(tab, "metric-0")).isEqualTo(5 * EPOCHS);
      assertThat(points(tab, "error-2")).isEqualTo(2 * EPOCHS);
      assertThat(points(tab, "weights")).isEqualTo(4 * EPOCHS);
      assertThat(points(tab, "norms")).isEqualTo(4 * EPOCHS);
      assertThat(points(tab, "cosines")).isEqualTo(6 * EPOCHS);
      assertThat(points(tab, "rate")).isEqualTo(9);
      assertThat(points(tab, "roc-0")).isGreaterThan(10);
      assertThat(points(tab, "pr-1")).isGreaterThan(10);
      assertThat(points(tab, "calibration-3")).isGreaterThan(5);
      assertThat(points(tab, "value-2")).isGreaterThan(20);
      assertThat(tab.text("document.querySelectorAll('#part-confusion-1 tbody td').length"))
          .isEqualTo("9");

      // Features, two layers, four tasks.
      assertThat(tab.text("document.querySelectorAll('svg.diagram g.node').length")).isEqualTo("7");
      assertThat(tab.text("document.querySelector('svg.diagram').textContent"))
          .contains("trunk.hidden1", "[8]  128 weights", "tasks.tasty.hidden", "[15]  6 features");
      assertThat(tab.text("document.getElementById('configuration').textContent"))
          .contains("seed3", "scheduleconstant", "balancingFixedWeights", "TensorFlow", "Java");
    }
  }

  private static int points(Tab tab, String chart) throws InterruptedException {
    return Integer.parseInt(
        tab.text("document.getElementById('chart-" + chart + "').dataset.points"));
  }

  @Test
  void thePageOfARunThatWasGoneOnWithHasAllItsEpochs() throws IOException, InterruptedException {
    ListenedRun.part(folder.resolve("run"), 4);
    Path file = folder.resolve("run.html");
    ListenedRun.part(folder.resolve("run"), 100, HtmlReport.to(file));
    try (Browser browser = Browser.start();
        Tab tab = browser.open(file.toUri(), 1300, 900)) {
      tab.await("document.querySelectorAll('canvas[data-points]').length >= 15");
      assertThat(tab.text("document.getElementById('status').textContent"))
          .contains("3 epochs in", "It ended because it has had all its epochs.");
      assertThat(tab.text("document.getElementById('notes').textContent"))
          .startsWith("It was gone on with after step 1 of epoch 2");
      // Losses of the five batches since then, and two points of each of all epochs.
      assertThat(points(tab, "loss-0")).isEqualTo(5 + 2 * EPOCHS);
      assertThat(points(tab, "weights")).isEqualTo(4 * EPOCHS);
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void thePageOfARunThatFailedSaysSo() throws IOException, InterruptedException {
    Path file = folder.resolve("run.html");
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public void stepEnded(StepReport step) {
            if (step.epoch() == 2) {
              throw new IllegalStateException("no <b>room</b> left");
            }
          }
        };
    assertThatThrownBy(() -> ListenedRun.of(EPOCHS, HtmlReport.to(file), failing))
        .isInstanceOf(IllegalStateException.class);
    try (Browser browser = Browser.start();
        Tab tab = browser.open(file.toUri(), 1300, 900)) {
      tab.await("document.querySelectorAll('canvas[data-points]').length >= 5");
      assertThat(tab.text("document.getElementById('status').textContent"))
          .contains("Failed in epoch 2 of 3, after ")
          .endsWith(": no <b>room</b> left");
      assertThat(tab.text("document.getElementById('status').className")).isEqualTo("failed");
      assertThat(points(tab, "loss-0")).isEqualTo(4 + 2);
      assertThat(tab.complaints()).isEmpty();
    }
  }

  /** Colours of lines as the styles name them, on light paper and on dark. */
  @Test
  void linesAreSeenLightAndDarkAndNarrow() throws IOException, InterruptedException {
    Path file = page();
    try (Browser browser = Browser.start();
        Tab tab = browser.open(file.toUri(), 1200, 1600)) {
      tab.await("document.querySelectorAll('canvas[data-points]').length >= 15");
      BufferedImage light = image(tab);
      assertThat(pixels(light, 0x2463a8)).isGreaterThan(200);
      assertThat(pixels(light, 0xffffff)).isGreaterThan(light.getWidth() * light.getHeight() / 2);
      tab.dark(true);
      BufferedImage dark = image(tab);
      assertThat(pixels(dark, 0x79b3f2)).isGreaterThan(200);
      assertThat(pixels(dark, 0xffffff)).isLessThan(1000);
      tab.dark(false);
      tab.size(390, 1600);
      // Charts follow one by one.
      tab.await("document.getElementById('chart-loss-0').clientWidth < 390");
      tab.await("document.documentElement.scrollWidth <= 390");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  private static BufferedImage image(Tab tab) throws IOException, InterruptedException {
    return ImageIO.read(new ByteArrayInputStream(tab.picture()));
  }

  private static int pixels(BufferedImage image, int rgb) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += (image.getRGB(x, y) & 0xffffff) == rgb ? 1 : 0;
      }
    }
    return count;
  }

  /** The epoch that a limit ended is not drawn as a whole one. */
  @Test
  void lossesThatFallFarAreSeenByTheirRatios() throws IOException, InterruptedException {
    String json =
        """
        {"model":"M","tasks":["far","near"],"labels":[1,1],"rows":1,"epochs":4,"stepsPerEpoch":8,
         "began":"2026-01-01T00:00:00Z","parameters":1,"sharedParameters":0,"sharing":"none",
         "layers":[{"path":"a","features":[],"shape":"[1]","inputs":[],"weights":[],
           "parameters":0,"tasks":[0]}],
         "settings":{},"environment":{},"ended":true,"failed":false,"why":"so","notes":[],
         "seconds":1,"secondsLeft":0,"epoch":2,"step":2,"steps":8,
         "curve":{"stepsOfEach":1,"at":[1],"losses":[[1],[1]],"rate":[1]},
         "history":[%s,%s],"outcomes":[]}
        """
            .formatted(epoch(1, 0.9, 0.8), epoch(2, 0.01, 0.7));
    Path file = Files.writeString(folder.resolve("m.html"), HtmlPage.of("M", json, false));
    try (Browser browser = Browser.start();
        Tab tab = browser.open(file.toUri(), 1000, 800)) {
      tab.await("document.querySelectorAll('canvas[data-points]').length >= 4");
      assertThat(tab.text("charts.get('loss-0').options.scales.y.type")).isEqualTo("logarithmic");
      assertThat(tab.text("charts.get('loss-1').options.scales.y.type")).isEqualTo("linear");
      assertThat(tab.text("charts.get('loss-1').scales.x.max")).isEqualTo("2");
      assertThat(tab.text("charts.get('loss-1').data.datasets[1].data.map(p => p.x).join()"))
          .isEqualTo("1,1.25");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  private static String epoch(int number, double far, double near) {
    return """
    {"epoch":%d,"losses":[%s,%s],"weights":[1,1],"gradientNorms":[null,null],"cosines":[],
     "examplesPerSecond":1,"stepMillis":1,"validationSeconds":0,"stopped":[]}
    """
        .formatted(number, far, near);
  }

  /** Names can't end the script that they are written in, nor be read as markup. */
  @Test
  void textsOfTheUserStayTexts() throws IOException, InterruptedException {
    String odd = "</script><img src=x onerror=alert(1)>&quot;";
    String json =
        """
        {"model":"%1$s","tasks":["%1$s"],"labels":[1],"rows":1,"epochs":1,"stepsPerEpoch":1,
         "began":"2026-01-01T00:00:00Z","parameters":1,"sharedParameters":0,"sharing":"%1$s",
         "layers":[{"path":"%1$s","features":[],"shape":"[1]","inputs":[],"weights":[],
           "parameters":0,"tasks":[0]}],
         "settings":{"%1$s":"%1$s"},"environment":{},"ended":true,"failed":true,
         "why":"%1$s","notes":["%1$s"],"seconds":1,"secondsLeft":0,
         "curve":{"stepsOfEach":1,"at":[1],"losses":[[1]],"rate":[1]},"history":[],
         "outcomes":[{"task":"%1$s","confusion":{"classes":["%1$s"],"weights":[[1]]},"scores":[],
           "values":[]}]}
        """
            .formatted(odd);
    String text = HtmlPage.of(odd, json, false);
    assertThat(text).doesNotContain("<img").contains("<title>&lt;/script&gt;&lt;img");
    Path file = Files.writeString(folder.resolve("odd.html"), text);
    try (Browser browser = Browser.start();
        Tab tab = browser.open(file.toUri(), 1000, 800)) {
      tab.await("document.querySelectorAll('canvas[data-points]').length >= 1");
      assertThat(tab.text("document.getElementById('model-name').textContent")).isEqualTo(odd);
      assertThat(tab.text("document.querySelectorAll('img').length")).isEqualTo("0");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void thePageNamesNothingToFetch() throws IOException {
    String text = Files.readString(page());
    String markup = text.replaceAll("(?s)<script.*?</script>", "");
    assertThat(markup).doesNotContain("http://", "https://", "src=", "url(", "@import");
    assertThat(text).contains("Chart.js v4", "Released under the MIT License");
    assertThat(text).doesNotContain("sourceMappingURL");
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsSaidAtOnce() {
    Path missing = folder.resolve("none").resolve("run.html");
    assertThatThrownBy(() -> HtmlReport.to(missing))
        .isInstanceOf(EspalierException.class)
        .hasMessage(
            "Can't write the page %s: expected a file's name in a folder that can be written to."
                .formatted(missing));
  }
}
