import dev.espalier.dsl.*;

@SharedTrunk({8})
record Plant(
    @Numeric(length = 6) float[] picture,
    @TaskHead(stem = Eye.class, tower = Tower.class) boolean defect) {}

interface Eye {
  @Dense(64) @Relu Tensor out(Tensor picture);
}

interface Tower {
  @Dense(4) @Relu Tensor stem(Tensor in);
}
