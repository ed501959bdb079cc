import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Waveform(samples = 800, rate = 8000) @SpecMask float[] sound,
    @TaskHead boolean rich) {}
