import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Image(height = 16, width = 12) @RandomCrop(padding = 12) byte[] face,
    @TaskHead boolean rich) {}
