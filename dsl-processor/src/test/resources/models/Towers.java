import dev.espalier.dsl.*;

/** Networks: a trunk with a skip, towers that see layers, features and other tasks. */
@SharedTrunk(network = Towers.Trunk.class)
@Frozen("trunk.wide")
@RateScale(value = 0.1, of = "trunk")
record Towers(
    @Numeric float age,
    @Numeric(length = 4) float[] gains,
    @Categorical(dimension = 6) @Init(Initializer.ZEROS) String work,
    @TaskHead(tower = Deep.class) boolean rich,
    @TaskHead(tower = Deep.class) @LossWeight(2) boolean married,
    @TaskHead(tower = Chained.class) @Mae float pay) {

  interface Trunk {
    @Dense(32)
    @BatchNorm(momentum = 0.9)
    @Relu
    @Dropout(0.1)
    Tensor wide(Tensor in);

    @Dense(32)
    @Gelu
    @L2(1e-4)
    Tensor deep(Tensor wide);

    @Add
    Tensor out(Tensor deep, Tensor wide);
  }

  @RateScale(0.5)
  interface Deep {
    @Dense(8)
    @LeakyRelu(0.2)
    Tensor first(Tensor in, Tensor age, @From("trunk.wide") Tensor early);

    @Multiply
    Tensor gated(Tensor first, Tensor gate);

    @Dense(8)
    @Sigmoid
    Tensor gate(@From("features.work") Tensor work);
  }

  private interface Chained {
    @Concat
    Tensor both(Tensor rich, Tensor deep);

    @Dense(16)
    @LayerNorm
    @Tanh
    Tensor out(Tensor both, Tensor features);
  }
}
