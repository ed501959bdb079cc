package a;

import dev.espalier.dsl.*;

public class Person {
  @Numeric protected float age;
}
