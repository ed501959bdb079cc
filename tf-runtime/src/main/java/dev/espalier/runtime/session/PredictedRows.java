package dev.espalier.runtime.session;

import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.model.Combination;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.PredictionReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was predicted for rows, as a codec reads it. */
public final class PredictedRows {
  private final EncodedRows rows;
  private final List<List<Matrix>> outputs;

  PredictedRows(EncodedRows rows, List<List<Matrix>> outputs) {
    this.rows = rows;
    this.outputs = outputs;
  }

  /**
   * The predictions of several models for the same rows, as one.
   *
   * @param predicted of each model, at least one
   */
  public static PredictedRows combined(
      List<PredictedRows> predicted, List<Task> tasks, Combination combination) {
    List<List<Matrix>> outputs = new ArrayList<>();
    for (int t = 0; t < tasks.size(); t++) {
      List<Matrix> ofTask = new ArrayList<>();
      for (int o = 0; o < predicted.get(0).outputs.get(t).size(); o++) {
        int task = t;
        int output = o;
        ofTask.add(
            Combining.of(
                predicted.stream().map(each -> each.outputs.get(task).get(output)).toList(),
                tasks.get(t).kind(),
                combination));
      }
      outputs.add(ofTask);
    }
    return new PredictedRows(predicted.get(0).rows, outputs);
  }

  /** One typed prediction for each row. */
  public <P> List<P> decode(ExampleCodec<?, ?, P> codec) {
    List<P> predictions = new ArrayList<>(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      predictions.add(codec.decode(new Reader(row)));
    }
    return predictions;
  }

  private final class Reader implements PredictionReader {
    private final int row;

    Reader(int row) {
      this.row = row;
    }

    @Override
    public boolean has(int task) {
      return rows.available(row, task);
    }

    @Override
    public float number(int task, int output) {
      return outputs.get(task).get(output).at(row, 0);
    }

    @Override
    public float[] numbers(int task, int output) {
      return outputs.get(task).get(output).row(row);
    }

    @Override
    public int[] classes(int task, int output) {
      float[] all = numbers(task, output);
      int[] classes = new int[real(all)];
      for (int i = 0; i < classes.length; i++) {
        classes[i] = classNumber(task, (int) all[i]);
      }
      return classes;
    }

    @Override
    public byte[] classBytes(int task, int output) {
      float[] all = numbers(task, output);
      byte[] classes = new byte[real(all)];
      for (int i = 0; i < classes.length; i++) {
        classes[i] = (byte) classNumber(task, (int) all[i]);
      }
      return classes;
    }

    @Override
    public <C> C[] classes(int task, int output, C[] constants) {
      int[] classes = classes(task, output);
      C[] found = Arrays.copyOf(constants, classes.length);
      for (int i = 0; i < classes.length; i++) {
        found[i] = constants[classes[i]];
      }
      return found;
    }

    /** Of pixels, outputs are places among the classes that count. */
    private int classNumber(int task, int found) {
      return rows.info().tasks().get(task).kind() instanceof Kind.PixelClasses pixels
          ? pixels.number(found)
          : found;
    }

    /** Padding, which is at the end, has a class below 0. */
    private int real(float[] classes) {
      int count = classes.length;
      while (count > 0 && classes[count - 1] < 0) {
        count--;
      }
      return count;
    }
  }
}
