import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float[] gains,
    @TaskHead boolean rich) {}
