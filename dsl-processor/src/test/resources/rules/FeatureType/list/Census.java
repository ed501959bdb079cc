import dev.espalier.dsl.*;
import java.util.List;

@SharedTrunk({8})
record Census(
    @Numeric(length = 3) List<Float> gains,
    @TaskHead boolean rich) {}
