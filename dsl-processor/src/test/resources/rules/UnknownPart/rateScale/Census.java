import dev.espalier.dsl.*;

@SharedTrunk({8, 4})
@RateScale(value = 0.1, of = "tables.work")
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}
