import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Waveform(samples = 400, rate = 800) @TimeShift(samples = 500) float[] voice,
    @TaskHead boolean rich) {}
