package dev.espalier.runtime.generated;

import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Dropout;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;

/** Holds a model whose names are legal in Java and trouble elsewhere. */
final class OddNames {
  private OddNames() {}

  /** Letters that TensorFlow refuses, and names that generated code uses itself. */
  @SharedTrunk(network = Trunk.class)
  record Odd(
      @Numeric float größe,
      @Numeric float _x,
      @Numeric float a$1,
      @Numeric float g,
      @Numeric float row,
      @Numeric float of,
      @Categorical(dimension = 2) String $art,
      @Categorical(table = "$art") String[] übrige,
      @TaskHead(tower = Binary.class) boolean _ja,
      @TaskHead(tower = Binary.class) boolean größer,
      @TaskHead(tower = Switch.class) float dense,
      @TaskHead(tower = Switch.class) float b$2,
      @TaskHead Trouble values) {}

  enum Trouble {
    _KEINER,
    GROß,
    $
  }

  interface Trunk {
    @Dense(3)
    @BatchNorm
    @Tanh
    @Dropout(0.1)
    Tensor über(Tensor in);

    @Dense(3)
    @Relu
    Tensor _unter(Tensor über);

    @Dense(3)
    Tensor do$(Tensor _unter, Tensor g);
  }

  /** Used twice, and so a method, whose name must not hide that of the head. */
  interface Binary {
    @Dense(3)
    @Relu
    Tensor in2(Tensor in);

    @Dense(2)
    @Relu
    Tensor path(Tensor in2);
  }

  /** Used twice, and so a method, which can't be called switch. */
  interface Switch {
    @Dense(3)
    @Relu
    Tensor g2(Tensor in);

    @Dense(2)
    @Relu
    Tensor out(Tensor g2);
  }
}
