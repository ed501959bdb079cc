import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Image(height = 4, width = 4) byte[] picture,
    @TaskHead(along = "picture") boolean[] mask) {}
