import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(@Numeric float age, @TaskHead @Hinge @Ordinal Wealth rich) {
  enum Wealth {
    LITTLE,
    SOME,
    MUCH
  }
}
