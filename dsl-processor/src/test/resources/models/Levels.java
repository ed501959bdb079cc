import dev.espalier.dsl.*;

/** A trunk of two levels, taken over by every scheme; tasks with names that schemes use too. */
@ProgressiveExtraction(network = {Levels.Low.class, Levels.High.class}, taskExperts = 1)
@RateScale(value = 0.5, of = {"gates.level1", "trunk.level1.out"})
public record Levels(
    @Numeric float age,
    @Categorical(size = 9) int shop,
    @TaskHead(tower = Levels.Skip.class) boolean level1,
    @TaskHead(hidden = 4) float expert,
    @TaskHead Float shared) {

  interface Low {
    @Dense(8) @Relu Tensor wide(Tensor in);
    @Dense(6) @Tanh Tensor out(Tensor wide, Tensor age);
  }

  interface High {
    @Dense(6) @LayerNorm @Relu Tensor narrow(Tensor in);
    @Add Tensor out(Tensor in, Tensor narrow);
  }

  interface Skip {
    @Dense(4) @Relu
    Tensor hidden(Tensor in, Tensor wide, @From("trunk.level1.out") Tensor low, @From("trunk.narrow") Tensor narrow);
  }

  @ModelOf(Levels.class) @SharedTrunk
  interface Together {}

  @ModelOf(Levels.class) @IndependentTrunks
  interface Apart {}

  @ModelOf(Levels.class) @MixtureOfExperts(experts = 2)
  interface Mixed {}

  @ModelOf(Levels.class) @CrossStitch(after = {"wide", "level1.out", "level2.out"})
  interface Stitched {}

  @ModelOf(Levels.class) @TaskAttention(over = {"level2.out", "wide"})
  interface Attended {}

  @ModelOf(Levels.class) @ProgressiveExtraction
  interface Again {}
}
