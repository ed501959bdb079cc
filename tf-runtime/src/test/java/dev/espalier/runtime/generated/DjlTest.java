package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/**
 * Deep Java Library's TensorFlow engine reads exported models and predicts as the trainer does.
 *
 * <p>Its native library is 490 MB to download, so this runs in builds with {@code -Pdjl} alone.
 */
class DjlTest {
  private static final Path JARS = Path.of("target", "djl");
  private static final Path NATIVE = Path.of("target", "djl-native", "native", "lib");
  private static final Path CLIENT = Path.of("src", "test", "djl", "DjlClient.java");
  private static final String ALL = "serving_default";

  @TempDir Path folder;

  @BeforeAll
  static void needsTheEngine() {
    assumeTrue(Files.isDirectory(JARS) && Files.isDirectory(NATIVE), "build with -Pdjl");
  }

  private static Map<String, Object> request(String signature, Map<String, Tensor> inputs) {
    Map<String, Object> sent = new LinkedHashMap<>();
    inputs.forEach((name, tensor) -> sent.put(name, input(tensor)));
    return Map.of("signature", signature, "inputs", sent);
  }

  private static Map<String, Object> input(Tensor tensor) {
    List<Object> values = new ArrayList<>();
    if (tensor instanceof TFloat32 floats) {
      floats.scalars().forEach(each -> values.add(orNull(each.getFloat())));
    } else if (tensor instanceof TInt64 longs) {
      longs.scalars().forEach(each -> values.add(each.getLong()));
    } else if (tensor instanceof TUint8 bytes) {
      byte[] all = new byte[(int) bytes.size()];
      bytes.copyTo(DataBuffers.of(all));
      for (byte each : all) {
        values.add(each & 0xFF);
      }
    } else {
      ((TString) tensor).scalars().forEach(each -> values.add(each.getObject()));
    }
    return Map.of(
        "type",
        tensor.dataType().name(),
        "shape",
        List.of(java.util.Arrays.stream(tensor.shape().asArray()).boxed().toArray()),
        "values",
        values);
  }

  private static Object orNull(float value) {
    return Float.isNaN(value) ? null : value;
  }

  private List<Map<String, List<?>>> ask(Path model, List<Map<String, Object>> requests)
      throws IOException, InterruptedException {
    Path asked = folder.resolve("requests.json");
    Path answered = folder.resolve("answers.json");
    Path log = folder.resolve("log.txt");
    Files.write(asked, JSON.std.asBytes(requests));
    ProcessBuilder client =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-Dai.djl.offline=true",
            "-DDJL_CACHE_DIR=" + folder,
            "-cp",
            JARS + java.io.File.separator + "*",
            CLIENT.toString(),
            model.toString(),
            asked.toString(),
            answered.toString());
    client.environment().put("TENSORFLOW_LIBRARY_PATH", NATIVE.toAbsolutePath().toString());
    client.environment().put("TF_CPP_MIN_LOG_LEVEL", "3");
    client.redirectErrorStream(true).redirectOutput(log.toFile());
    assertThat(client.start().waitFor()).as(Files.readString(log)).isZero();
    List<Map<String, List<?>>> answers = new ArrayList<>();
    for (Object answer : JSON.std.listFrom(Files.readString(answered))) {
      Map<String, List<?>> values = new LinkedHashMap<>();
      ((Map<?, ?>) answer).forEach((name, list) -> values.put((String) name, (List<?>) list));
      answers.add(values);
    }
    return answers;
  }

  private static void close(List<Number> found, float expected, int at) {
    assertThat(found.get(at).doubleValue()).isCloseTo(expected, within(1e-5));
  }

  @SuppressWarnings("unchecked")
  private static List<Number> numbers(Map<String, List<?>> answer, String name) {
    return (List<Number>) answer.get(name);
  }

  @Test
  void columnsInEveryKind() throws Exception {
    Path model = folder.resolve("model");
    List<FeatureTasks> rows = FeatureTasks.rows(40, 6);
    List<FeatureTasksPrediction> expected;
    try (FeatureTasksTrainer trainer =
        FeatureTasksTrainer.builder().epochs(2).batchSize(7).build()) {
      trainer.fit(FeatureTasksData.of(FeatureTasks.rows()));
      trainer.export(model);
      expected = trainer.predict(rows);
    }
    Map<String, Tensor> inputs = ExportTest.sent(rows);
    try {
      List<Map<String, List<?>>> answers =
          ask(model, List.of(request(ALL, inputs), request("second", inputs)));
      for (int i = 0; i < rows.size(); i++) {
        close(numbers(answers.get(0), "first"), expected.get(i).first(), i);
        close(numbers(answers.get(0), "second"), expected.get(i).second(), i);
        close(numbers(answers.get(1), "second"), expected.get(i).second(), i);
      }
      assertThat(answers.get(1)).containsOnlyKeys("second");
    } finally {
      inputs.values().forEach(Tensor::close);
    }
  }

  @Test
  void textsThatAreSplitInTheGraph() throws Exception {
    Path model = folder.resolve("model");
    List<TextTasks> rows = TextTasks.rows();
    List<TextTasksPrediction> expected;
    try (TextTasksTrainer trainer = TextTasksTrainer.builder().epochs(1).batchSize(4).build()) {
      trainer.fit(TextTasksData.of(rows));
      trainer.export(model);
      expected = trainer.predict(rows);
    }
    Map<String, Tensor> inputs = ExportTest.texts(rows);
    try {
      Map<String, List<?>> answer = ask(model, List.of(request(ALL, inputs))).get(0);
      for (int i = 0; i < rows.size(); i++) {
        close(numbers(answer, "first"), expected.get(i).first(), i);
        close(numbers(answer, "second"), expected.get(i).second(), i);
      }
    } finally {
      inputs.values().forEach(Tensor::close);
    }
  }

  @Test
  void mediaAndClasses() throws Exception {
    Path model = folder.resolve("model");
    List<MediaTasks> rows = MediaTasks.rows();
    List<MediaTasksPrediction> expected;
    try (MediaTasksTrainer trainer = MediaTasksTrainer.builder().epochs(1).batchSize(3).build()) {
      trainer.fit(MediaTasksData.of(rows));
      trainer.export(model);
      expected = trainer.predict(rows);
    }
    Map<String, Tensor> inputs = ExportTest.media(rows);
    try {
      Map<String, List<?>> answer = ask(model, List.of(request(ALL, inputs))).get(0);
      for (int i = 0; i < rows.size(); i++) {
        assertThat(answer.get("grade").get(i)).isEqualTo(expected.get(i).grade().value().name());
        close(numbers(answer, "box"), expected.get(i).box()[0], 4 * i);
        close(numbers(answer, "mask"), expected.get(i).mask()[7], 12 * i + 7);
      }
    } finally {
      inputs.values().forEach(Tensor::close);
    }
  }
}
