import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Plant(
    @Image(height = 8, width = 8) byte[] picture,
    @Numeric(length = 4) float[] sensors,
    @TaskHead(stem = Eye.class) boolean defect,
    @TaskHead(stem = Nose.class) float load) {}

interface Trunk {
  @Conv2D(filters = 4) @Relu Tensor conv(Tensor in);
  @GlobalMaxPool Tensor out(Tensor conv);
}

interface Eye {
  @Conv2D(filters = 4) @Relu Tensor out(Tensor picture);
}

interface Nose {
  @Dense(4) @Relu Tensor out(Tensor sensors);
}
