import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead(tower = Poor.class) boolean poor) {}

interface Poor {
  @Dense(8) @Relu Tensor out(Tensor in, @From("tasks.poor") Tensor guess);
}
