package dev.espalier.runtime.report.live;

import com.sun.net.httpserver.HttpServer;
import dev.espalier.runtime.report.record.RunRecorder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's own server on the loopback address. */
final class LoopbackServer implements AutoCloseable {
  private static final int THREADS = 8;
  private static final int WAITING = 64;
  private static final long LAST_LOOK_MILLIS = 2000;

  private final HttpServer server;
  private final ExecutorService workers;
  private final RecordHandler handler;
  private boolean closed;

  /**
   * A server that answers at once.
   *
   * @param port 0 for one that is free
   */
  LoopbackServer(int port, RunRecorder recorder) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    workers = workers();
    handler = new RecordHandler(recorder, server.getAddress().getPort());
    server.setExecutor(workers);
    server.createContext("/", handler);
    server.start();
  }

  /** Few threads, and few who wait for one: whoever asks beyond that is turned away. */
  private static ExecutorService workers() {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            task -> {
              Thread thread = new Thread(task, "dashboard-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  URI uri() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return URI.create(
        "http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, address.getPort()));
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    handler.awaitLastLook(LAST_LOOK_MILLIS);
    server.stop(0);
    workers.shutdownNow();
    try {
      // Connections are closed: what still writes to one fails now.
      workers.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
