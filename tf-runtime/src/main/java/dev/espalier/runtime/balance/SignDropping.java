package dev.espalier.runtime.balance;

/**
 * GradDrop; {@link Balancing#gradDrop(double)} says what it is.
 *
 * @param leak the part of each gradient that is never dropped
 */
public record SignDropping(double leak) implements GraphBalancing {

  /** A setting within its range. */
  public SignDropping {
    Ranges.requirePart("GradDrop", "leak", leak);
  }

  @Override
  public String name() {
    return "GradDrop";
  }
}
