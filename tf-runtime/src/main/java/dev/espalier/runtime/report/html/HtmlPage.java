package dev.espalier.runtime.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a page, complete in itself. Its policy allows it to load nothing, and to ask nobody
 * but the server it came from.
 */
public final class HtmlPage {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
  private static final Pattern SOURCE_MAP = Pattern.compile("(?m)^//# sourceMappingURL=.*$");

  /** In the order in which they use each other. */
  private static final List<String> SCRIPTS =
      List.of("elements.js", "charts.js", "diagram.js", "curves.js", "outcomes.js", "page.js");

  private HtmlPage() {}

  /**
   * A page.
   *
   * @param title of the window
   * @param recordJson what it shows, see {@link dev.espalier.runtime.report.record.RecordJson}
   * @param live whether it asks its server for what is new
   */
  public static String of(String title, String recordJson, boolean live) {
    Map<String, String> parts =
        Map.of(
            "title", escaped(title),
            "style", resource("page.css"),
            "live", String.valueOf(live),
            // Within a script element nothing but its end means anything, and this has no end.
            "record", recordJson.replace("<", "\\u003c"),
            "chart", SOURCE_MAP.matcher(resource("chart.umd.min.js")).replaceAll(""),
            "script", SCRIPTS.stream().map(HtmlPage::resource).collect(Collectors.joining("\n")));
    return PLACE
        .matcher(resource("page.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The runtime lacks its resource " + name + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
