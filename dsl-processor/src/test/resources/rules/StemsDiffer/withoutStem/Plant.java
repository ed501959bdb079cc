import dev.espalier.dsl.*;

@SharedTrunk({8})
record Plant(
    @Numeric(length = 6) float[] picture,
    @Numeric(length = 4) float[] sensors,
    @TaskHead float load,
    @TaskHead(stem = Eye.class) boolean defect) {}

interface Eye {
  @Dense(64) @Relu Tensor out(Tensor picture);
}
