import dev.espalier.dsl.*;
import java.nio.file.Path;

@SharedTrunk({8})
record Census(
    @Waveform(samples = 400, rate = 8_000) Path sound,
    @TaskHead boolean rich) {}
