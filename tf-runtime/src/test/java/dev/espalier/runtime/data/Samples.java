package dev.espalier.runtime.data;

import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Rows;
import java.util.List;
import java.util.Random;

/** Encoded rows with something of everything, in which row r can be told by its numbers. */
public final class Samples {
  private Samples() {}

  public static final ExampleInfo INFO =
      new Infos()
          .number("row", Infos.unchanged(2)) // r, -r
          .category("user", new Rows.Ids(1000)) // r
          .category("sex", new Rows.Constants(List.of("F", "M")))
          .bag("items", new Rows.Ids(50))
          .task("rich", new Kind.Binary())
          .task("status", new Kind.MultiClass(List.of("a", "b", "c")))
          .task("tags", new Kind.MultiLabel(List.of("p", "q")))
          .task("price", new Kind.Regression(2, false))
          .task("cost", new Kind.Regression(1, false))
          .build();

  public static EncodedRows rows(int count) {
    Random random = new Random(3);
    RawColumns columns = Infos.columns(INFO);
    for (int row = 0; row < count; row++) {
      columns.numbers(0, new float[] {row, -row});
      columns.id(1, row);
      columns.constant(2, random.nextInt(2));
      columns.ids(3, random.ints(random.nextInt(4), 0, 50).toArray());
      columns.label(0, random.nextBoolean());
      if (row % 3 != 0) {
        columns.label(1, row % 3);
      }
      columns.labels(2, new boolean[] {random.nextBoolean(), random.nextBoolean()});
      columns.labels(3, new float[] {row, row % 2 == 0 ? Float.NaN : 1});
      columns.label(4, row + .5f);
      columns.rowWeight(random.nextInt(3));
      columns.endRow();
    }
    return Preprocessing.fit(INFO, columns).encode(columns);
  }

  /** The labels of a task, as metrics read them. */
  public static float[] labels(EncodedRows rows, int task) {
    return read(rows, task)[0];
  }

  /** The weights of a task's labels, as metrics read them. */
  public static float[] weights(EncodedRows rows, int task) {
    return read(rows, task)[1];
  }

  private static float[][] read(EncodedRows rows, int task) {
    ExampleInfo.Kind kind = rows.info().tasks().get(task).kind();
    float[][] read = {
      new float[rows.size() * kind.labelWidth()], new float[rows.size() * kind.weightWidth()]
    };
    rows.read(task, 0, rows.size(), read[0], read[1]);
    return read;
  }
}
