import dev.espalier.dsl.*;
import java.util.Map;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead Map<String, Float> pays,
    @TaskHead boolean rich) {}
