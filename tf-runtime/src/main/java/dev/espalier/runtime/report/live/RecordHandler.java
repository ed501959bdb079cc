package dev.espalier.runtime.report.live;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.espalier.runtime.report.html.HtmlPage;
import dev.espalier.runtime.report.record.RecordJson;
import dev.espalier.runtime.report.record.RunRecorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Answers with the page, and with the record if there is more in it than the asking page has. */
final class RecordHandler implements HttpHandler {
  private static final long ASKED_LATELY_NANOS = 5_000_000_000L;

  private final RunRecorder recorder;
  private final Set<String> hosts;
  private long askedAt;
  private boolean asked;
  private long shown;

  RecordHandler(RunRecorder recorder, int port) {
    this.recorder = recorder;
    // A page of another site whose name was made to mean this machine says its own name here.
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
        answer(exchange, 403, "text/plain", "This page is for this machine alone.\n");
      } else if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        answer(exchange, 405, "text/plain", "There is nothing here but to read.\n");
      } else {
        switch (exchange.getRequestURI().getPath()) {
          case "/" -> answer(exchange, 200, "text/html", HtmlPage.of("A run", "null", true));
          case "/record.json" -> record(exchange);
          default -> answer(exchange, 404, "text/plain", "There is no such page.\n");
        }
      }
    }
  }

  private void record(HttpExchange exchange) throws IOException {
    // Before the record, which may then be newer than it says, and is asked for once more.
    long version = recorder.version();
    exchange.getResponseHeaders().set("ETag", String.valueOf(version));
    if (("version=" + version).equals(exchange.getRequestURI().getQuery())) {
      exchange.sendResponseHeaders(204, -1);
    } else {
      answer(exchange, 200, "application/json", RecordJson.of(recorder.record()));
    }
    seen(version);
  }

  private static void answer(HttpExchange exchange, int code, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Referrer-Policy", "no-referrer");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(code, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  private synchronized void seen(long version) {
    shown = version;
    asked = true;
    askedAt = System.nanoTime();
    notifyAll();
  }

  /** Waits until a page that asked lately has what there is. */
  synchronized void awaitLastLook(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    try {
      while (asked
          && System.nanoTime() - askedAt < ASKED_LATELY_NANOS
          && shown != recorder.version()
          && System.nanoTime() < end) {
        wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
