import dev.espalier.dsl.*;
import dev.espalier.dsl.net.*;

@SharedTrunk(network = Vgg11.class)
record Census(
    @Image(height = 8, width = 8) byte[] face,
    @TaskHead boolean rich) {}
