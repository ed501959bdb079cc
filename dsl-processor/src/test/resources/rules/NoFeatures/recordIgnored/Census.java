import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(@Ignored byte[] face, @TaskHead boolean rich) {}
