import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Image(height = 8, width = 16, fit = Fit.COVER) byte[] face, @TaskHead boolean rich) {}
