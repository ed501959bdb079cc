package dev.espalier.samples.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.espalier.samples.census.Census;
import dev.espalier.samples.census.CensusData;
import dev.espalier.samples.census.CensusInput;
import dev.espalier.samples.census.CensusPredictor;
import dev.espalier.samples.census.CensusTrainer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server on this machine: right requests are answered, wrong ones refused. */
class ServeSampleTest {
  private static final String ROW =
      "%d, Private, 6, 36, 1st grade, 0, Not in universe, %s, Manufacturing, Operators, White, All"
          + " other, Female, No, No, Full-time schedules, 0, 0, %d, Joint, No, No, Spouse, Spouse,"
          + " 1032.38, ?, ?, ?, No, ?, 4, No, Mexico, Mexico, Mexico, Foreign, 0, No, 2, 12, 95,"
          + " %s";

  @TempDir static Path folder;
  private static Census row;
  private static PredictionServer server;
  private static AutoCloseable batching;

  @BeforeAll
  static void start() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add(
          ROW.formatted(
              20 + i,
              i % 2 == 0 ? "Never married" : "Divorced",
              i * 100,
              i % 3 == 0 ? "50000+." : "- 50000."));
    }
    Path csv = Files.write(folder.resolve("census.csv"), lines);
    List<Census> rows = CensusData.csv(csv).toList();
    row = rows.get(7);
    try (CensusTrainer trainer = CensusTrainer.builder().epochs(1).batchSize(10).build()) {
      trainer.fit(CensusData.of(rows));
      trainer.save(folder.resolve("model"));
    }
    var predictor =
        CensusPredictor.load(folder.resolve("model")).batching(64, Duration.ofMillis(1));
    batching = predictor;
    server = ServeSample.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), predictor);
    server.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    batching.close();
  }

  /** The fields of the row, as JSON. */
  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      CensusInput input = CensusInput.of(row);
      for (RecordComponent component : CensusInput.class.getRecordComponents()) {
        fields.put(component.getName(), JSON.std.asString(component.getAccessor().invoke(input)));
      }
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return fields;
  }

  private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + "/predict");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void rowsAreAnsweredAsThePredictorDoes() throws Exception {
    String one = MalformedRequests.json(fields());
    HttpResponse<String> single = post(one);
    assertThat(single.statusCode()).isEqualTo(200);
    HttpResponse<String> several = post("[" + one + "," + one + "]");
    assertThat(JSON.std.listFrom(several.body())).hasSize(2);
    try (CensusPredictor predictor = CensusPredictor.load(folder.resolve("model"))) {
      var expected = predictor.predict(row);
      Map<String, Object> found = JSON.std.mapFrom(single.body());
      assertThat(((Number) found.get("highIncome")).floatValue()).isEqualTo(expected.highIncome());
      assertThat(((Number) found.get("neverMarried")).floatValue())
          .isEqualTo(expected.neverMarried());
    }
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    Map<String, String> old = fields();
    old.put("age", "\"old\"");
    assertThat(post(MalformedRequests.json(old)).body())
        .contains("field `age`: found old, expected a whole number");
    Map<String, String> more = fields();
    more.put("aeg", "3");
    assertThat(post(MalformedRequests.json(more)).body()).contains("field `aeg`, which is no");
    Map<String, String> fewer = fields();
    fewer.remove("sex");
    assertThat(post("[" + MalformedRequests.json(fewer) + "]").body())
        .contains("Row 0 has no field `sex`");
    Map<String, String> missing = fields();
    missing.put("sex", "null");
    assertThat(post(MalformedRequests.json(missing)).statusCode()).isEqualTo(200);
  }

  /**
   * Sends bytes, ends the connection's way there, and reads the answer. Who sends more than was
   * announced may find the connection reset behind it.
   */
  private static String exchange(byte[] request) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      socket.getInputStream().transferTo(answer);
    } catch (SocketException e) {
      assertThat(answer.size()).as("nothing came before: %s", e).isPositive();
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aThousandMalformedRequestsAreRefusedWithAReason() throws Exception {
    MalformedRequests requests = new MalformedRequests(5, fields());
    for (int i = 0; i < 1000; i++) {
      byte[] request = requests.next();
      String answer = exchange(request);
      String shown = new String(request, 0, Math.min(400, request.length), StandardCharsets.UTF_8);
      assertThat(answer).as("request %d: %s", i, shown).startsWith("HTTP/1.1 4");
      int body = answer.indexOf("\r\n\r\n");
      assertThat(answer.substring(body + 4)).as("request %d: %s", i, shown).isNotBlank();
    }
    assertThat(post(MalformedRequests.json(fields())).statusCode()).isEqualTo(200);
  }

  @Test
  void moreThanCanWaitIsRefused() throws Exception {
    CountDownLatch started = new CountDownLatch(2);
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (PredictionServer small =
        new PredictionServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            2,
            body -> {
              started.countDown();
              try {
                go.await();
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
              return body;
            })) {
      small.start();
      URI uri = URI.create("http://127.0.0.1:" + small.address().getPort() + "/predict");
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest ask =
          HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString("{}")).build();
      List<Future<HttpResponse<String>>> accepted = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        accepted.add(threads.submit(() -> client.send(ask, HttpResponse.BodyHandlers.ofString())));
      }
      started.await();
      HttpResponse<String> refused = client.send(ask, HttpResponse.BodyHandlers.ofString());
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
      go.countDown();
      for (Future<HttpResponse<String>> each : accepted) {
        assertThat(each.get().statusCode()).isEqualTo(200);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
