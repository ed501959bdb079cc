import dev.espalier.dsl.*;

@SharedTrunk({8})
class Census {
  @Numeric private float age;
  @Numeric private float pay;
  @TaskHead private boolean rich;

  float getAge() {
    return age;
  }

  boolean isRich() {
    return rich;
  }
}
