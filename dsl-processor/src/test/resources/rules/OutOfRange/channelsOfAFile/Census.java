import dev.espalier.dsl.*;
import java.nio.file.Path;

@SharedTrunk(network = Trunk.class)
record Census(
    @Image(height = 8, width = 8, channels = 4) Path face,
    @TaskHead boolean rich) {}

interface Trunk {
  @GlobalAveragePool Tensor out(Tensor face);
}
