package dev.espalier.runtime.report.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Chromium without a window, driven over its own protocol.
 *
 * <p>It is looked for on the path, or where the environment variable {@code CHROMIUM} says. Where
 * there is none a test is skipped, and says so; with {@code ESPALIER_NEEDS_BROWSER=true} it fails.
 */
public final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Process process;
  private final Path profile;
  private final URI socket;

  private Browser(Process process, Path profile, URI socket) {
    this.process = process;
    this.profile = profile;
    this.socket = socket;
  }

  /** Starts a browser, or skips the test that asks for one. */
  public static Browser start() throws IOException, InterruptedException {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      if (Boolean.parseBoolean(System.getenv("ESPALIER_NEEDS_BROWSER"))) {
        throw new AssertionError("There is no Chromium, and ESPALIER_NEEDS_BROWSER is set.");
      }
      abort("skipped: there is no Chromium on the path; `apt-get install chromium` brings it");
    }
    Path profile = Files.createTempDirectory("browser");
    Process process =
        new ProcessBuilder(
                program.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("log").toFile())
            .start();
    return new Browser(process, profile, socket(process, profile));
  }

  private static Optional<Path> program() {
    Stream<Path> said = Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of).stream();
    Stream<Path> onPath =
        Stream.of(System.getenv("PATH").split(":"))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(said, onPath).filter(Files::isExecutable).findFirst();
  }

  /** Chromium writes the port and path that it listens on to a file of its profile. */
  private static URI socket(Process process, Path profile)
      throws IOException, InterruptedException {
    Path port = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < 600; i++) {
      if (Files.exists(port) && Files.readAllLines(port).size() >= 2) {
        List<String> lines = Files.readAllLines(port);
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
      }
      assertTrue(process.isAlive(), () -> "Chromium ended: " + log(profile));
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    throw new IOException("Chromium does not listen: " + log(profile));
  }

  private static String log(Path profile) {
    try {
      return Files.readString(profile.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Opens a page of a size, and waits until it has loaded. */
  public Tab open(URI page, int width, int height) throws InterruptedException {
    return Tab.open(socket, page, width, height);
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
