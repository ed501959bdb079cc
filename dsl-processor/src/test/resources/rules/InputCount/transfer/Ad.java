import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Numeric float age,
    @TaskHead(tower = Buy.class) boolean buy) {}

interface Buy {
  @InformationTransfer Tensor out(Tensor in);
}
