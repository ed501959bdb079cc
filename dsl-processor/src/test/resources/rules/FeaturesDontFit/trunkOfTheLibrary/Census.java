import dev.espalier.dsl.*;
import dev.espalier.dsl.net.ResNet18;

@SharedTrunk(network = ResNet18.class)
record Census(
    @Numeric float age, @Image(height = 16, width = 16) byte[] face, @TaskHead boolean rich) {}
