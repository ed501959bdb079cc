package dev.espalier.runtime.report.browser;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A page in a browser: what it asked for, what it complained of, and what its scripts made. */
public final class Tab implements AutoCloseable {
  private static final long SECONDS = 60;

  private final WebSocket socket;
  private final BlockingQueue<Map<String, Object>> messages = new LinkedBlockingQueue<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private String session;
  private int commands;

  private Tab(URI browser) {
    socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(browser, new Parts()).join();
  }

  /** Puts messages together, which arrive in parts. */
  private final class Parts implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          messages.add(JSON.std.mapFrom(text.toString()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  static Tab open(URI browser, URI page, int width, int height) throws InterruptedException {
    Tab tab = new Tab(browser);
    Object target = tab.send("Target.createTarget", Map.of("url", "about:blank")).get("targetId");
    tab.session =
        (String)
            tab.send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId");
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      tab.send(domain + ".enable", Map.of());
    }
    tab.size(width, height);
    tab.send("Page.navigate", Map.of("url", page.toString()));
    while (!tab.events.contains("Page.loadEventFired")) {
      tab.take();
    }
    return tab;
  }

  /** Makes it as large as a window of such a size. */
  public void size(int width, int height) throws InterruptedException {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Shows it as on a dark screen, or on a light one. */
  public void dark(boolean dark) throws InterruptedException {
    Map<String, Object> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    send("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of(scheme)));
  }

  /** Shows it as on paper. */
  public void print() throws InterruptedException {
    send("Emulation.setEmulatedMedia", Map.of("media", "print"));
  }

  /** What an expression gives, as text. */
  public String text(String expression) throws InterruptedException {
    Map<?, ?> result =
        (Map<?, ?>)
            send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
                .get("result");
    return String.valueOf(result.get("value"));
  }

  /** Waits until an expression is true; fails after a minute. */
  public void await(String expression) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!text(expression).equals("true")) {
      if (System.nanoTime() > end) {
        throw new AssertionError(expression + " has not become true; complaints: " + complaints);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** A picture of the whole page, as PNG. */
  public byte[] picture() throws InterruptedException {
    Map<String, Object> found =
        send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    return Base64.getDecoder().decode((String) found.get("data"));
  }

  /** Addresses that it has asked for, itself included. */
  public List<String> requests() throws InterruptedException {
    text("0");
    return requests;
  }

  /** Errors and warnings that it, or the browser about it, has written to the console. */
  public List<String> complaints() throws InterruptedException {
    text("0");
    return complaints;
  }

  private Map<String, Object> send(String method, Map<String, ?> parameters)
      throws InterruptedException {
    int id = ++commands;
    Map<String, Object> command = new LinkedHashMap<>(Map.of("id", id, "method", method));
    command.put("params", parameters);
    if (session != null) {
      command.put("sessionId", session);
    }
    try {
      socket.sendText(JSON.std.asString(command), true).join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (true) {
      Map<String, Object> message = take();
      if (Integer.valueOf(id).equals(message.get("id"))) {
        if (message.containsKey("error")) {
          throw new AssertionError(method + ": " + message.get("error"));
        }
        return map(message.get("result"));
      }
    }
  }

  private Map<String, Object> take() throws InterruptedException {
    Map<String, Object> message = messages.poll(SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("the browser says nothing any more");
    }
    Object method = message.get("method");
    if (method != null) {
      happened((String) method, map(message.get("params")));
    }
    return message;
  }

  private void happened(String method, Map<String, Object> what) {
    events.add(method);
    switch (method) {
      case "Network.requestWillBeSent" ->
          requests.add((String) map(what.get("request")).get("url"));
      case "Runtime.exceptionThrown" -> complaints.add(what.get("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> complaints.add(what.get("args").toString());
      case "Log.entryAdded" -> complaints.add(what.get("entry").toString());
      default -> {}
    }
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((key, inner) -> map.put(String.valueOf(key), inner));
    return map;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
