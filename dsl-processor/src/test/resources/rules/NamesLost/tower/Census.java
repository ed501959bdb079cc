import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead(hidden = 4) boolean married,
    @TaskHead(tower = Tower.class) boolean rich) {}
