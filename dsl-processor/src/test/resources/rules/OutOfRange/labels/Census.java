import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(@Numeric float age, @TaskHead(length = 4001) boolean[] hobbies) {}
