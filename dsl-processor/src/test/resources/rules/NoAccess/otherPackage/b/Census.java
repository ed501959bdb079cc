package b;

import dev.espalier.dsl.*;

@SharedTrunk({8})
class Census extends a.Person {
  @TaskHead boolean rich;
}
