import dev.espalier.dsl.*;

@SharedTrunk({8})
class Loan {
  @Numeric final float amount = 1;

  @TaskHead
  boolean isDefault() {
    return false;
  }
}
