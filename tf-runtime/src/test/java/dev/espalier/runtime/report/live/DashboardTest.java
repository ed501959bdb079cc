package dev.espalier.runtime.report.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.report.browser.Browser;
import dev.espalier.runtime.report.browser.Tab;
import dev.espalier.runtime.train.ListenedRun;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.TrainingListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DashboardTest {

  /** Goes on from one epoch to the next when it is told to. */
  private static final class Gate implements TrainingListener {
    private final CountDownLatch[] gates = {new CountDownLatch(1), new CountDownLatch(1)};

    @Override
    public void epochEnded(EpochReport epoch) {
      try {
        assertThat(gates[epoch.epoch() - 1].await(2, TimeUnit.MINUTES)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void anOpenPageGetsNewPointsWhileTheRunGoesOnAndWhatItEndedWith()
      throws IOException, InterruptedException {
    Gate gate = new Gate();
    ExecutorService training = Executors.newSingleThreadExecutor();
    try (Browser browser = Browser.start();
        Dashboard dashboard = Dashboard.open()) {
      Future<?> run = training.submit(() -> ListenedRun.of(2, dashboard, gate));
      try (Tab tab = browser.open(dashboard.uri(), 1200, 900)) {
        tab.await(points("loss-0") + " === '5'");
        assertThat(tab.text("document.getElementById('status').textContent"))
            .contains("Epoch 1 of 2, step 3 of 3");
        assertThat(tab.text("document.getElementById('outcomes').hidden")).isEqualTo("true");
        gate.gates[0].countDown();
        tab.await(points("loss-0") + " === '10'");
        gate.gates[1].countDown();
        tab.await("document.getElementById('status').textContent.includes('2 epochs in')");
        tab.await(points("roc-0") + " > 5");
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests())
            .allMatch(url -> url.startsWith(dashboard.uri().toString()) || url.startsWith("data:"));
      }
      run.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      Arrays.stream(gate.gates).forEach(CountDownLatch::countDown);
      training.shutdown();
    }
  }

  private static String points(String chart) {
    return "document.getElementById('chart-" + chart + "')?.dataset.points";
  }

  /** What a server answers to a request that no well-behaved client would send. */
  private static List<String> ask(Dashboard dashboard, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), dashboard.uri().getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.shutdownOutput();
      try (BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
        return in.lines().toList();
      }
    }
  }

  private static String get(Dashboard dashboard, String path) {
    return "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
        .formatted(path, dashboard.uri().getAuthority());
  }

  @Test
  void itAnswersToThisMachinesNameAlone() throws IOException {
    try (Dashboard dashboard = Dashboard.open()) {
      assertThat(ask(dashboard, get(dashboard, "/")).get(0)).contains("200");
      assertThat(ask(dashboard, get(dashboard, "/record.json"))).last().isEqualTo("null");
      assertThat(ask(dashboard, get(dashboard, "/etc/passwd")).get(0)).contains("404");
      String port = ":" + dashboard.uri().getPort();
      assertThat(ask(dashboard, "GET / HTTP/1.1\r\nHost: evil.example" + port + "\r\n\r\n").get(0))
          .contains("403");
      assertThat(
              ask(
                      dashboard,
                      get(dashboard, "/")
                          .replace("GET", "POST")
                          .replace("\r\n\r\n", "\r\nContent-Length: 0\r\n\r\n"))
                  .get(0))
          .contains("405");
      for (InetAddress address : others()) {
        assertThatThrownBy(
                () -> {
                  try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(address, dashboard.uri().getPort()), 5000);
                  }
                })
            .isInstanceOf(ConnectException.class);
      }
    }
  }

  /** The addresses by which other machines know this one; none without a network. */
  private static List<InetAddress> others() throws IOException {
    List<InetAddress> others = new ArrayList<>();
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      Collections.list(network.getInetAddresses()).stream()
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .forEach(others::add);
    }
    return others;
  }

  /** Clients that hang up, never read, or talk nonsense; the weights are those of a run alone. */
  @Test
  void aFailingBrowserDoesNotDisturbTheRunAndClosingLeavesNoThread() throws Exception {
    Map<String, float[]> alone = ListenedRun.of(2);
    List<Thread> before = threads();
    List<Socket> silent = new ArrayList<>();
    Dashboard dashboard = Dashboard.open();
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public void stepEnded(StepReport step) {
            try {
              ask(dashboard, "NONSENSE\r\n\r\n");
              Socket never =
                  new Socket(InetAddress.getLoopbackAddress(), dashboard.uri().getPort());
              never
                  .getOutputStream()
                  .write(get(dashboard, "/").repeat(20).getBytes(StandardCharsets.US_ASCII));
              silent.add(never);
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    Map<String, float[]> watched = ListenedRun.of(2, dashboard, failing);
    assertThat(watched.keySet()).isEqualTo(alone.keySet());
    watched.forEach((path, values) -> assertThat(values).as(path).isEqualTo(alone.get(path)));
    dashboard.close();
    dashboard.close();
    for (Socket socket : silent) {
      socket.close();
    }
    for (Thread thread : threads()) {
      if (!before.contains(thread)) {
        thread.join(20_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
    assertThatThrownBy(() -> ask(dashboard, get(dashboard, "/")))
        .isInstanceOf(ConnectException.class);
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive())
        .filter(thread -> thread.getName().matches("(?i)dashboard.*|http.*|idle.*|server.*"))
        .toList();
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    try (Dashboard dashboard = Dashboard.open()) {
      int port = dashboard.uri().getPort();
      assertThatThrownBy(() -> Dashboard.open(port))
          .isInstanceOf(EspalierException.class)
          .hasMessageContaining("Can't serve the dashboard on port " + port);
    }
    assertThatThrownBy(() -> Dashboard.open(70_000))
        .isInstanceOf(EspalierException.class)
        .hasMessage("Parameter `port` should be 0 to 65535. Found `port = 70000`.");
  }
}
