import dev.espalier.dsl.*;

class Person {
  @Numeric float age;
  @TaskHead boolean rich;
}

@SharedTrunk({8})
class Census extends Person {}

class Stray {
  @Numeric float age;
  @TaskHead boolean rich;
}
