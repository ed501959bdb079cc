import dev.espalier.dsl.*;

interface Census {
  @Numeric
  float age();

  @TaskHead
  boolean rich();
}
