package census;

import dev.espalier.dsl.*;
import kinds.Kinds;

@SharedTrunk({8})
class Census extends Kinds {
  @Numeric float age;
  @Categorical Work work;
  @TaskHead boolean rich;
}
