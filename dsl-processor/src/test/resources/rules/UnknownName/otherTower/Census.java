import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead(hidden = 8) boolean rich,
    @TaskHead(tower = Old.class) boolean old) {}

interface Old {
  @Dense(8) @Relu Tensor out(@From("tasks.rich.hiden") Tensor told);
}
