import dev.espalier.dsl.*;
import dev.espalier.dsl.net.*;

@SharedTrunk(network = ResNet18.class)
record Census(
    @Numeric(length = 243) float[] pixels,
    @TaskHead boolean rich) {}
