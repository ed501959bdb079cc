import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Image(height = 8, width = 8) @RandomFlip(horizontal = false) byte[] face,
    @TaskHead boolean rich) {}
