import dev.espalier.dsl.*;
import java.time.LocalDate;

@SharedTrunk({8})
record Census(
    @Numeric LocalDate birth,
    @TaskHead boolean rich) {}
