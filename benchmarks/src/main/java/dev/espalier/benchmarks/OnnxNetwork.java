package dev.espalier.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.espalier.runtime.data.batch.Batch;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Map;
import org.tensorflow.ndarray.buffer.DataBuffers;

/** A network in ONNX Runtime, with as many threads as that takes by itself. */
final class OnnxNetwork implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession.SessionOptions options = new OrtSession.SessionOptions();
  private final OrtSession session;

  OnnxNetwork(byte[] model) {
    try {
      session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rows as they are fed, row-major. */
  record Encoded(int rows, float[] numbers, int[] categories) {

    static Encoded of(Batch batch) {
      float[] numbers = new float[(int) batch.numbers().size()];
      int[] categories = new int[(int) batch.categories().size()];
      batch.numbers().copyTo(DataBuffers.of(numbers));
      batch.categories().copyTo(DataBuffers.of(categories));
      return new Encoded(batch.size(), numbers, categories);
    }
  }

  /** The probabilities of each task, {@code [tasks][rows][1]}. */
  float[][][] predict(Encoded rows) {
    long count = rows.rows();
    try (OnnxTensor numbers =
            OnnxTensor.createTensor(
                environment,
                FloatBuffer.wrap(rows.numbers()),
                new long[] {count, rows.numbers().length / count});
        OnnxTensor categories =
            OnnxTensor.createTensor(
                environment,
                IntBuffer.wrap(rows.categories()),
                new long[] {count, rows.categories().length / count});
        OrtSession.Result result =
            session.run(Map.of(OnnxCensus.NUMBERS, numbers, OnnxCensus.CATEGORIES, categories))) {
      float[][][] found = new float[result.size()][][];
      for (int task = 0; task < found.length; task++) {
        found[task] = (float[][]) result.get(task).getValue();
      }
      return found;
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
      options.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
