package dev.espalier.runtime.generated;

import static dev.espalier.dsl.Block.STRIDE;
import static dev.espalier.dsl.Block.UNITS;

import dev.espalier.dsl.Add;
import dev.espalier.dsl.AveragePool;
import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Block;
import dev.espalier.dsl.Conv1D;
import dev.espalier.dsl.Conv2D;
import dev.espalier.dsl.Flatten;
import dev.espalier.dsl.MaxPool;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Padding;
import dev.espalier.dsl.Reshape;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Shortcut;
import dev.espalier.dsl.Softplus;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Convolutions and pools of small pictures. */
@SharedTrunk(network = PictureTasks.Trunk.class)
record PictureTasks(
    @Numeric(length = 72) float[] x,
    @TaskHead float value,
    @TaskHead(tower = PictureTasks.Wide.class) boolean yes,
    @TaskHead(tower = PictureTasks.Line.class) float along) {

  interface Trunk {
    @Reshape({6, 6, 2})
    Tensor picture(Tensor in);

    @Conv2D(filters = 3)
    @BatchNorm
    @Tanh
    Tensor stem(Tensor picture);

    @Block(network = Half.class, units = 4, stride = 2, repeat = 2)
    @Tanh
    Tensor half(Tensor stem);

    @AveragePool(value = 2, stride = 1)
    Tensor pooled(Tensor half);

    @Flatten
    Tensor out(Tensor pooled);
  }

  interface Half {
    @Conv2D(filters = UNITS, stride = STRIDE, bias = true)
    @Softplus
    Tensor first(Tensor in);

    @Conv2D(filters = UNITS, kernel = 1)
    Tensor second(Tensor first);

    @Shortcut
    @Tanh
    Tensor skip(Tensor in, Tensor second);

    @Add
    Tensor out(Tensor skip, Tensor second);
  }

  interface Wide {
    @Conv2D(filters = 3, dilation = 2)
    @Tanh
    Tensor dilated(Tensor stem);

    @MaxPool(value = 2, stride = 3)
    Tensor greatest(Tensor dilated);

    @Flatten
    Tensor out(Tensor greatest);
  }

  interface Line {
    @Reshape({12, 9})
    Tensor line(Tensor stem);

    @Conv1D(filters = 3, kernel = 5, stride = 2, padding = Padding.VALID)
    @Tanh
    Tensor first(Tensor line);

    @AveragePool(2)
    Tensor second(Tensor first);

    @Flatten
    Tensor out(Tensor second);
  }

  static List<PictureTasks> rows() {
    SplittableRandom random = new SplittableRandom(11);
    List<PictureTasks> rows = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      float[] x = new float[72];
      for (int j = 0; j < x.length; j++) {
        x[j] = (float) (2 * random.nextDouble() - 1);
      }
      rows.add(
          new PictureTasks(
              x, (float) random.nextDouble(), i % 2 == 0, (float) random.nextDouble()));
    }
    return rows;
  }
}
