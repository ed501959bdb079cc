import dev.espalier.dsl.*;

@SharedTrunk({8})
class Census {
  @Numeric float age;
  @Numeric float hashCode;
  @TaskHead boolean rich;
}
