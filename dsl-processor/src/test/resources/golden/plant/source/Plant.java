import dev.espalier.dsl.*;

/** Two kinds of input, one trunk: each task has a stem of its own. */
@SharedTrunk(network = Plant.Trunk.class)
record Plant(
    @Image(height = 28, width = 28, channels = 1) byte[] picture,
    @Numeric(length = 20) float[] sensors,
    @Categorical(dimension = 4) String machine,
    @TaskHead(stem = Eye.class) Defect defect,
    @TaskHead(stem = Nose.class, tower = Early.class) Float load,
    @TaskHead(stem = Nose.class, hidden = 8) boolean stopped) {

  enum Defect {
    NONE,
    CRACK,
    RUST
  }

  interface Eye {
    @Conv2D(filters = 16)
    @BatchNorm
    @Relu
    Tensor conv(Tensor picture);

    @MaxPool(2)
    Tensor pool(Tensor conv);

    @Flatten
    Tensor flat(Tensor pool);

    @Dense(64)
    @Relu
    Tensor out(Tensor flat);
  }

  interface Nose {
    @Dense(64)
    @BatchNorm
    @Relu
    Tensor out(Tensor sensors);
  }

  interface Trunk {
    @Dense(32)
    @BatchNorm
    @Relu
    @Dropout(0.1)
    Tensor wide(Tensor in, Tensor machine);

    @Dense(16)
    @Relu
    Tensor out(Tensor wide);
  }

  interface Early {
    @Dense(8)
    @Relu
    Tensor out(Tensor in, Tensor wide, @From("tasks.load.stem.out") Tensor smelt);
  }
}

@ModelOf(Plant.class)
@IndependentTrunks
interface PlantApart {}

@ModelOf(Plant.class)
@MixtureOfExperts(experts = 2)
interface PlantExperts {}
