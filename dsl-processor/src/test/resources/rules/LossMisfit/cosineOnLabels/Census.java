import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead(length = 3) @CosineDistance boolean[] flags) {}
