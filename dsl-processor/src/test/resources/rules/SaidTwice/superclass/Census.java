import dev.espalier.dsl.*;

@SharedTrunk({8})
class Census extends Person {
  @Numeric float age;
  @TaskHead boolean rich;
}
