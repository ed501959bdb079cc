import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead(length = 2) @Dice(smooth = -1) boolean[] flags) {}
