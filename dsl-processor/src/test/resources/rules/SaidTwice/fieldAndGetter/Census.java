import dev.espalier.dsl.*;

@SharedTrunk({8})
class Census {
  @Numeric private float age;
  @TaskHead boolean rich;

  @Numeric
  float getAge() {
    return age;
  }
}
