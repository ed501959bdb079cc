import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Numeric float age,
    @TaskHead(tower = Click.class) boolean click,
    @TaskHead(tower = Buy.class) boolean buy) {}

interface Click {
  @Dense(4) @Relu Tensor out(Tensor in, Tensor buy);
}

interface Buy {
  @Dense(4) @Relu Tensor out(Tensor in, Tensor click);
}
