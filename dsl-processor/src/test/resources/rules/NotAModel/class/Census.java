import dev.espalier.dsl.*;

final class Census {
  @Numeric float age;

  @TaskHead
  boolean rich;
}
