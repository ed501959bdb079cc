package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.EspalierException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** The packages of the runtime go one way: none needs one that needs it. */
class PackagesTest {
  private static final String ROOT = "dev.espalier.runtime";
  private static final Pattern ARROW =
      Pattern.compile("^ +(" + ROOT + "[\\w.]*) +-> (" + ROOT + "[\\w.]*) ", Pattern.MULTILINE);

  @Test
  void noneNeedsOneThatNeedsIt() throws URISyntaxException {
    Map<String, Set<String>> needs = needs();
    assertThat(needs).hasSizeGreaterThan(30).containsKey(ROOT + ".train.loop");
    Set<String> circular = new TreeSet<>();
    needs.keySet().stream()
        .filter(each -> reached(each, needs).contains(each))
        .forEach(circular::add);
    // A data set divides itself: `Dataset.split` says what `data.split` does.
    assertThat(circular).containsExactly(ROOT + ".data", ROOT + ".data.split");
  }

  /** By package, the packages whose classes its own name. */
  private static Map<String, Set<String>> needs() throws URISyntaxException {
    Path classes =
        Path.of(EspalierException.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve("dev");
    StringWriter out = new StringWriter();
    int exit =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                "-verbose:package",
                classes.toString());
    assertThat(exit).as(out.toString()).isZero();
    Map<String, Set<String>> needs = new TreeMap<>();
    ARROW
        .matcher(out.toString())
        .results()
        .forEach(
            arrow ->
                needs.computeIfAbsent(arrow.group(1), from -> new TreeSet<>()).add(arrow.group(2)));
    return needs;
  }

  /** All packages that one needs, and that these need. */
  private static Set<String> reached(String from, Map<String, Set<String>> needs) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(needs.get(from));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (reached.add(next)) {
        open.addAll(needs.getOrDefault(next, Set.of()));
      }
    }
    return reached;
  }
}
