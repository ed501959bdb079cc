import dev.espalier.dsl.*;

@IndependentTrunks({8})
class Census {
  @Numeric float age;
  boolean rich;
}
