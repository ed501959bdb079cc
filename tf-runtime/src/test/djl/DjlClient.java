import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SymbolBlock;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Predicts with an exported model through Deep Java Library, which knows nothing of Espalier. It
 * runs in a JVM of its own, for DJL and TensorFlow Java bring classes of the same names.
 *
 * <p>Arguments: the model's folder, a file of requests as JSON ({@code [{"signature": ..., "inputs":
 * {name: {"type", "shape", "values"}}}, ...]}), and a file for what is predicted.
 */
public final class DjlClient {
  private DjlClient() {}

  /** Answers all requests. */
  public static void main(String[] arguments) throws Exception {
    JsonArray answers = new JsonArray();
    try (Reader in = Files.newBufferedReader(Path.of(arguments[1]))) {
      for (JsonElement request : JsonParser.parseReader(in).getAsJsonArray()) {
        answers.add(answer(Path.of(arguments[0]), request.getAsJsonObject()));
      }
    }
    Files.writeString(Path.of(arguments[2]), answers.toString());
    System.exit(0); // The engine keeps threads.
  }

  private static JsonObject answer(Path folder, JsonObject request) throws Exception {
    Criteria<NDList, NDList> criteria =
        Criteria.builder()
            .setTypes(NDList.class, NDList.class)
            .optEngine("TensorFlow")
            .optModelPath(folder)
            .optModelName("saved_model")
            .optOption("Tags", "serve")
            .optOption("SignatureDefKey", request.get("signature").getAsString())
            .optTranslator(new NoopTranslator())
            .build();
    try (ZooModel<NDList, NDList> model = criteria.loadModel();
        Predictor<NDList, NDList> predictor = model.newPredictor();
        NDManager manager = NDManager.newBaseManager("TensorFlow")) {
      NDList inputs = new NDList();
      for (Map.Entry<String, JsonElement> input :
          request.getAsJsonObject("inputs").entrySet()) {
        NDArray array = array(manager, input.getValue().getAsJsonObject());
        array.setName(input.getKey());
        inputs.add(array);
      }
      NDList found = predictor.predict(inputs);
      JsonObject answer = new JsonObject();
      int at = 0;
      for (String name : ((SymbolBlock) model.getBlock()).describeOutput().keys()) {
        answer.add(name, values(found.get(at++)));
      }
      return answer;
    }
  }

  private static NDArray array(NDManager manager, JsonObject input) {
    JsonArray values = input.getAsJsonArray("values");
    JsonArray sizes = input.getAsJsonArray("shape");
    long[] dimensions = new long[sizes.size()];
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = sizes.get(i).getAsLong();
    }
    Shape shape = new Shape(dimensions);
    switch (input.get("type").getAsString()) {
      case "DT_FLOAT":
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
          floats[i] = values.get(i).isJsonNull() ? Float.NaN : values.get(i).getAsFloat();
        }
        return manager.create(floats, shape);
      case "DT_INT64":
        long[] longs = new long[values.size()];
        for (int i = 0; i < longs.length; i++) {
          longs[i] = values.get(i).getAsLong();
        }
        return manager.create(longs, shape);
      case "DT_UINT8":
        ByteBuffer bytes = manager.allocateDirect(values.size());
        values.forEach(value -> bytes.put((byte) value.getAsInt()));
        bytes.rewind();
        return manager.create(bytes, shape, DataType.UINT8);
      default:
        String[] texts = new String[values.size()];
        for (int i = 0; i < texts.length; i++) {
          texts[i] = values.get(i).getAsString();
        }
        return manager.create(texts, StandardCharsets.UTF_8, shape);
    }
  }

  private static JsonArray values(NDArray array) {
    JsonArray values = new JsonArray();
    switch (array.getDataType()) {
      case STRING:
        for (String text : array.toStringArray(StandardCharsets.UTF_8)) {
          values.add(text);
        }
        break;
      case INT32:
        for (int number : array.toIntArray()) {
          values.add(number);
        }
        break;
      default:
        for (float number : array.toFloatArray()) {
          values.add(number);
        }
    }
    return values;
  }
}
