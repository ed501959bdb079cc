import dev.espalier.dsl.*;

@SharedTrunk({8})
class Census {
  @Numeric float age;
  @TaskHead boolean rich;

  @Numeric
  float pay(int year) {
    return year;
  }
}
