import dev.espalier.dsl.*;

@SharedTrunk({8})
record Plant(
    @Numeric(length = 6) float[] picture,
    @Numeric float age,
    @TaskHead(stem = Eye.class) boolean defect) {}

interface Eye {
  @Dense(64) @Relu Tensor out(Tensor picture);
}
