import dev.espalier.dsl.*;

@SharedTrunk({8})
record Plant(
    @Numeric(length = 6) float[] picture,
    @TaskHead(stem = Eye.class) boolean defect,
    @TaskHead(stem = Nose.class) float load) {}

interface Eye {
  @Dense(64) @Relu Tensor out(Tensor picture);
}

interface Nose {
  @Dense(64) @Relu Tensor out(Tensor picture, Tensor defect);
}
