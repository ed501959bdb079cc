import dev.espalier.dsl.*;

@SharedTrunk({8})
record Plant(
    @Numeric(length = 6) float[] picture,
    @Numeric(length = 4) float[] sensors,
    @TaskHead(stem = Eye.class) boolean defect,
    @TaskHead(stem = Eye.class, tower = Plain.class) float load) {}

interface Eye {
  @Dense(64) @Relu Tensor out(Tensor picture);
}

interface Plain {
  @Dense(32) @Relu Tensor out(Tensor sensors);
}
