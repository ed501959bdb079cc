import dev.espalier.dsl.*;

@SharedTrunk({64, 32})
public record Visit(
    @Numeric float age,
    @Numeric float hour,
    @Categorical(vocabulary = 1_000) String page,
    @TaskHead(hidden = 8) boolean click,
    @TaskHead(hidden = 8) boolean buy,
    @TaskHead(tower = Visit.Seconds.class) Float seconds) {

  interface Seconds {
    @Dense(8) @Relu Tensor out(Tensor in, Tensor hidden1);   // a layer of the trunk, as this task sees it
  }

  @ModelOf(Visit.class) @IndependentTrunks
  public interface Apart {}

  @ModelOf(Visit.class) @MixtureOfExperts(experts = 8, units = 16)
  public interface Experts {}

  @ModelOf(Visit.class) @ProgressiveExtraction(units = {32, 16}, sharedExperts = 2, taskExperts = 2)
  public interface Levels {}

  @ModelOf(Visit.class) @CrossStitch
  public interface Stitched {}

  @ModelOf(Visit.class) @TaskAttention
  public interface Attended {}
}
