import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead @RateScale(value = 0.1, of = "trunk") boolean rich) {}
