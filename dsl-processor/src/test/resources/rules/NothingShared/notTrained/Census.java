import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
@PcGrad
record Census(
    @Numeric float age,
    @Numeric float hours,
    @TaskHead(tower = Hours.class) boolean rich,
    @TaskHead(tower = Hours2.class) boolean old,
    @TaskHead @LossWeight(0) boolean married) {}

interface Trunk {
  @Dense(8) Tensor out(Tensor in);
}

interface Hours {
  @Dense(8) Tensor out(Tensor hours);
}

interface Hours2 {
  @Dense(8) Tensor out(Tensor age);
}
