import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Numeric float age,
    @TaskHead(hidden = 4) boolean click,
    @TaskHead(tower = Buy.class) boolean buy) {}

interface Buy {
  @Dense(8) @Relu Tensor own(Tensor in);
  @InformationTransfer Tensor out(Tensor own, @From("tasks.click.hidden") Tensor told);
}
