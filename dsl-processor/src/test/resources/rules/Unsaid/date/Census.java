import dev.espalier.dsl.*;
import java.time.LocalDate;

@SharedTrunk({8})
record Census(@Numeric float age, LocalDate born, @TaskHead boolean rich) {}
