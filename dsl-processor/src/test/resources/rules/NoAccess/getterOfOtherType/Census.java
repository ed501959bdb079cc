import dev.espalier.dsl.*;

@SharedTrunk({8})
class Census {
  @Numeric private float age;
  @TaskHead boolean rich;

  String getAge() {
    return age + " years";
  }
}
