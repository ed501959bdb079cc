import dev.espalier.dsl.*;

@ProgressiveExtraction(network = {Trunk.class, String.class})
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}

interface Trunk {
  @Dense(8) Tensor out(Tensor in);
}
