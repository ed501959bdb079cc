package dev.espalier.runtime.session;

import dev.espalier.runtime.data.EncodedRows;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.PredictionReader;
import java.util.ArrayList;
import java.util.List;

/** What was predicted for rows, as a codec reads it. */
public final class PredictedRows {
  private final EncodedRows rows;
  private final List<List<Matrix>> outputs;

  PredictedRows(EncodedRows rows, List<List<Matrix>> outputs) {
    this.rows = rows;
    this.outputs = outputs;
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
  }
}
