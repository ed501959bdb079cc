package dev.espalier.runtime.generated;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.NdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/** An exported model as TensorFlow's own loader reads it. */
final class Exported implements AutoCloseable {
  private final SavedModelBundle bundle;

  Exported(Path folder) {
    bundle = SavedModelBundle.load(folder.toString(), "serve");
  }

  Set<String> inputs(String signature) {
    return bundle.function(signature).signature().inputNames();
  }

  Set<String> outputs(String signature) {
    return bundle.function(signature).signature().outputNames();
  }

  /** What is predicted, by name: floats flattened, texts as they are. */
  Map<String, Object> call(String signature, Map<String, Tensor> inputs) {
    Map<String, Tensor> needed = new HashMap<>(inputs);
    needed.keySet().retainAll(inputs(signature));
    try (Result result = bundle.function(signature).call(needed)) {
      Map<String, Object> values = new HashMap<>();
      for (String name : outputs(signature)) {
        Tensor tensor = result.get(name).orElseThrow();
        if (tensor instanceof TFloat32 floats) {
          float[] all = new float[(int) floats.size()];
          floats.copyTo(DataBuffers.of(all));
          values.put(name, all);
        } else if (tensor instanceof TString texts) {
          values.put(name, texts.streamOfObjects().toList());
        } else if (tensor instanceof org.tensorflow.types.TInt32 ints) {
          values.put(name, ints.streamOfInts().toArray());
        }
      }
      return values;
    }
  }

  static <E> TFloat32 floats(List<E> rows, Function<E, Number> value) {
    float[] values = new float[rows.size()];
    for (int i = 0; i < values.length; i++) {
      Number each = value.apply(rows.get(i));
      values[i] = each == null ? Float.NaN : each.floatValue();
    }
    return TFloat32.vectorOf(values);
  }

  static <E> TFloat32 arrays(List<E> rows, int width, Function<E, float[]> value) {
    float[] all = new float[rows.size() * width];
    for (int i = 0; i < rows.size(); i++) {
      float[] each = value.apply(rows.get(i));
      System.arraycopy(each, 0, all, i * width, each.length);
    }
    return TFloat32.tensorOf(Shape.of(rows.size(), width), DataBuffers.of(all));
  }

  static <E> TUint8 bytes(List<E> rows, Shape shape, Function<E, byte[]> value) {
    byte[] all = new byte[(int) (rows.size() * shape.size())];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(
          value.apply(rows.get(i)), 0, all, (int) (i * shape.size()), (int) shape.size());
    }
    return TUint8.tensorOf(Shape.of(rows.size()).append(shape), DataBuffers.of(all));
  }

  static <E> TString texts(List<E> rows, String missing, Function<E, ?> value) {
    return TString.vectorOf(
        rows.stream()
            .map(value)
            .map(each -> each == null ? missing : each.toString())
            .toArray(String[]::new));
  }

  static <E> TInt64 ids(List<E> rows, long missing, Function<E, Number> value) {
    long[] ids = new long[rows.size()];
    for (int i = 0; i < ids.length; i++) {
      Number each = value.apply(rows.get(i));
      ids[i] = each == null ? missing : each.longValue();
    }
    return TInt64.vectorOf(ids);
  }

  /** Arrays of texts, filled up; one that is missing is one missing element. */
  static <E> TString textArrays(
      List<E> rows, String padding, String missing, Function<E, List<String>> value) {
    int width = 1;
    for (E row : rows) {
      width = Math.max(width, value.apply(row) == null ? 1 : value.apply(row).size());
    }
    NdArray<String> all = NdArrays.ofObjects(String.class, Shape.of(rows.size(), width));
    for (int i = 0; i < rows.size(); i++) {
      List<String> each = value.apply(rows.get(i));
      for (int j = 0; j < width; j++) {
        boolean lacks = each == null && j == 0;
        boolean past = each == null || j >= each.size();
        String text = lacks ? missing : past ? padding : each.get(j);
        all.setObject(text == null ? missing : text, i, j);
      }
    }
    return TString.tensorOf(all);
  }

  static <E> TInt64 idArrays(List<E> rows, long padding, Function<E, long[]> value) {
    int width = rows.stream().mapToInt(row -> value.apply(row).length).max().orElse(0);
    long[] all = new long[rows.size() * width];
    Arrays.fill(all, padding);
    for (int i = 0; i < rows.size(); i++) {
      long[] each = value.apply(rows.get(i));
      System.arraycopy(each, 0, all, i * width, each.length);
    }
    return TInt64.tensorOf(Shape.of(rows.size(), width), DataBuffers.of(all));
  }

  @Override
  public void close() {
    bundle.close();
  }
}
