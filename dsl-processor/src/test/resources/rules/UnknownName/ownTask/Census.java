import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead(tower = Rich.class) boolean rich) {}

interface Rich {
  @Dense(8) @Relu Tensor out(Tensor in, Tensor rich);
}
