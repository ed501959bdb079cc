import dev.espalier.dsl.*;

@SharedTrunk(network = Deep.class)
record Census(@Numeric float age, @TaskHead boolean rich) {}

interface Deep {
  @Block(network = Stage.class, repeat = 50)
  Tensor out(Tensor in);
}

interface Stage {
  @Block(network = Step.class, repeat = 50)
  Tensor out(Tensor in);
}

interface Step {
  @Dense(8) @Relu
  Tensor out(Tensor in);
}
