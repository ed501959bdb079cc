import dev.espalier.dsl.*;

class Person {
  @Numeric float age;
}
