import dev.espalier.dsl.*;

/** Tasks that depend on tasks: a transfer, a bound and a condition. */
@SharedTrunk({32})
record Funnel(
    @Categorical(buckets = 1000, dimension = 16) String user,
    @Numeric(length = 4) float[] context,
    @TaskHead(hidden = 8) boolean click,
    @TaskHead(tower = Told.class) @NotAbove("click") Boolean cart,
    @TaskHead @Given("cart") @NotAbove(value = "back", strength = 0.25) Boolean buy,
    @TaskHead(tower = Back.class) boolean back) {

  interface Told {
    @Dense(8)
    @Relu
    Tensor own(Tensor in);

    @Dense(8)
    @Relu
    @Dropout(0.3)
    Tensor told(@From("tasks.click.hidden") Tensor hidden);

    @InformationTransfer
    Tensor out(Tensor own, Tensor told);
  }

  interface Back {
    @Dense(4)
    @Tanh
    Tensor out(Tensor context);
  }
}
