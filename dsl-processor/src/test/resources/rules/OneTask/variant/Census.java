import dev.espalier.dsl.*;

@SharedTrunk({8, 4})
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

@ModelOf(Census.class)
@CrossStitch
interface Stitched {}
