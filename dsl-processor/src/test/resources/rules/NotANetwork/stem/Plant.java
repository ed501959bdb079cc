import dev.espalier.dsl.*;

@SharedTrunk({8})
record Plant(
    @Numeric(length = 6) float[] picture,
    @TaskHead(stem = String.class) boolean defect) {}
