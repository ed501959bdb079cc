import dev.espalier.dsl.*;
import java.util.List;

@SharedTrunk({8})
record Census(@Image(height = 3, width = 3) List<byte[]> faces, @TaskHead boolean rich) {}
