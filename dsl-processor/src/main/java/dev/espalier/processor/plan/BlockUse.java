package dev.espalier.processor.plan;

import dev.espalier.dsl.Block;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.Locale;
import java.util.Optional;

/** What {@code UNITS} and {@code STRIDE} mean where a network is used; 0 where no use says them. */
public record BlockUse(int units, int stride) {
  /** Real numbers of units stay below; multiples and fractions of {@link Block#UNITS} do not. */
  private static final int LEAST_SYMBOL = 1 << 20;

  /** A trunk, a tower: not a block. */
  public static final BlockUse NONE = new BlockUse(0, 0);

  /** Whether a number stands for what the use says. */
  public static boolean isSymbol(int value) {
    return value > LEAST_SYMBOL;
  }

  /** The number that a member means here; empty, and reported, when nothing says so. */
  public Optional<Integer> resolve(Mark mark, String member, Report report) {
    int value = mark.integer(member);
    if (!isSymbol(value)) {
      return Optional.of(value);
    }
    boolean isStride = member.equals("stride");
    int meant = isStride ? stride : units;
    if (meant == 0) {
      String symbol = isStride ? "STRIDE" : "UNITS";
      report.add(
          Rule.UNITS_OUTSIDE_BLOCK,
          mark.origin(member),
          symbol + " means what the use of a block says, and here nothing says it.",
          "Write a number, or say "
              + symbol.toLowerCase(Locale.ROOT)
              + " = ... where the @Block is used.");
      return Optional.empty();
    }
    return Optional.of((int) Math.round((double) value * meant / Block.UNITS));
  }
}
