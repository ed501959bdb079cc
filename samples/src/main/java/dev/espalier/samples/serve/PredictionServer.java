package dev.espalier.samples.serve;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.espalier.runtime.serve.OverloadException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code POST /predict} with what a predictor makes of its body, and {@code GET /health}.
 *
 * <p>Every other request gets an answer too, JSON with an {@code error}: 400 for a body that is
 * wrong, 404, 405, 411, 413 and 415 for what their names say, 503 when more is asked for at once
 * than can wait.
 */
final class PredictionServer implements AutoCloseable {
  /** Bytes of the largest body that is read. */
  static final int LARGEST_BODY = 1 << 20;

  private static final int MOST_DRAINED = 1 << 25;
  private static final int STOP_SECONDS = 1;
  private static final Logger LOG = LoggerFactory.getLogger(PredictionServer.class);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Semaphore room;
  private final Answer answer;

  /** What is made of a body. */
  interface Answer {
    byte[] to(byte[] body) throws Refusal, IOException;
  }

  /**
   * A server that is not started.
   *
   * @param most requests that are served at once; further ones are refused
   */
  PredictionServer(InetSocketAddress address, int most, Answer answer) throws IOException {
    this.room = new Semaphore(most);
    this.answer = answer;
    server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, this::other));
    server.createContext("/predict", exchange -> serve(exchange, this::predict));
    server.createContext("/health", exchange -> serve(exchange, this::health));
  }

  /** Begins to answer. */
  void start() {
    server.start();
  }

  /** Where it listens. */
  InetSocketAddress address() {
    return server.getAddress();
  }

  private interface Handler {
    byte[] answer(HttpExchange exchange) throws Refusal, IOException;
  }

  private void serve(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      if (!room.tryAcquire()) {
        exchange.getResponseHeaders().set("Retry-After", "1");
        send(exchange, 503, error("Too many requests at once: ask again later."));
        return;
      }
      try {
        send(exchange, 200, handler.answer(exchange));
      } catch (Refusal e) {
        drain(exchange);
        send(exchange, e.status(), error(e.getMessage()));
      } catch (OverloadException e) {
        exchange.getResponseHeaders().set("Retry-After", "1");
        send(exchange, 503, error(e.getMessage()));
      } catch (RuntimeException e) {
        LOG.error("A request could not be answered", e);
        send(exchange, 500, error("This request could not be answered."));
      } finally {
        room.release();
      }
    }
  }

  /** Reads what is left of a body: whoever is still sending would not read an answer. */
  private static void drain(HttpExchange exchange) {
    byte[] chunk = new byte[1 << 16];
    try {
      InputStream in = exchange.getRequestBody();
      int read = in.read(chunk);
      for (long all = read; read >= 0 && all < MOST_DRAINED; all += read) {
        read = in.read(chunk);
      }
    } catch (IOException e) {
      LOG.debug("The body of a refused request ended too early", e);
    }
  }

  private static byte[] error(String message) throws IOException {
    return JSON.std.asBytes(Map.of("error", message));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private byte[] other(HttpExchange exchange) throws Refusal {
    throw new Refusal(404, "There are POST /predict and GET /health here.");
  }

  private byte[] health(HttpExchange exchange) throws Refusal {
    requireAt(exchange, "/health");
    requireMethod(exchange, "GET");
    return "{\"status\":\"up\"}".getBytes(StandardCharsets.UTF_8);
  }

  private byte[] predict(HttpExchange exchange) throws Refusal, IOException {
    requireAt(exchange, "/predict");
    requireMethod(exchange, "POST");
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null && !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new Refusal(415, "The body's Content-Type should be application/json.");
    }
    return answer.to(body(exchange));
  }

  private void requireAt(HttpExchange exchange, String path) throws Refusal {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      other(exchange);
    }
  }

  private static void requireMethod(HttpExchange exchange, String method) throws Refusal {
    if (!exchange.getRequestMethod().equals(method)) {
      exchange.getResponseHeaders().set("Allow", method);
      throw new Refusal(405, "Only " + method + " is answered here.");
    }
  }

  private static byte[] body(HttpExchange exchange) throws Refusal {
    List<String> lengths = exchange.getRequestHeaders().getOrDefault("Content-Length", List.of());
    InputStream in = exchange.getRequestBody();
    try {
      byte[] body = in.readNBytes(LARGEST_BODY + 1);
      if (body.length > LARGEST_BODY) {
        throw new Refusal(
            413, "The body is larger than %d bytes: send fewer rows.".formatted(LARGEST_BODY));
      }
      if (!lengths.isEmpty() && !lengths.get(0).equals(String.valueOf(body.length))) {
        throw Refusal.wrong(
            "The body has %d bytes, its Content-Length says %s."
                .formatted(body.length, lengths.get(0)));
      }
      return body;
    } catch (IOException e) {
      throw Refusal.wrong("The body ends too early: " + e.getMessage());
    }
  }

  /** Stops; requests that are under way have a second to end. */
  @Override
  public void close() {
    server.stop(STOP_SECONDS);
    threads.shutdownNow();
  }
}
