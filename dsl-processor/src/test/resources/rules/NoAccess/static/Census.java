import dev.espalier.dsl.*;

@SharedTrunk({8})
class Census {
  @Numeric float age;
  @Numeric static float pay;
  @TaskHead boolean rich;
}
