package dev.espalier.processor.plan;

import dev.espalier.dsl.Block;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.Locale;
import java.util.Optional;

/** What {@code UNITS} and {@code STRIDE} mean where a network is used; 0 where no use says them. */
public record BlockUse(int units, int stride, Optional<Mark> block) {
  /** Real numbers of units stay below; multiples and fractions of {@link Block#UNITS} do not. */
  private static final int LEAST_SYMBOL = 1 << 20;

  /** A trunk, a tower: not a block. */
  public static final BlockUse NONE = new BlockUse(0, 0, Optional.empty());

  /** Whether a number stands for what the use says. */
  public static boolean isSymbol(int value) {
    return value > LEAST_SYMBOL;
  }

  /** Whether a member of an annotation is a number that stands for what the use says. */
  public static boolean isSymbol(Mark mark, String member) {
    return mark.plain(member) instanceof Integer value && isSymbol(value);
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
      unsaid(mark, member, isStride ? "STRIDE" : "UNITS", report);
      return Optional.empty();
    }
    int number = (int) Math.round((double) value * meant / Block.UNITS);
    if (number == 0) {
      report.add(
          Rule.OUT_OF_RANGE,
          block.orElseThrow().origin("units"),
          "The number of units is at least 1; a part of " + meant + " is 0 inside this block.",
          "Say more units.");
      return Optional.empty();
    }
    return Optional.of(number);
  }

  /** In a block one use lacks its units, however many layers ask for them. */
  private void unsaid(Mark mark, String member, String symbol, Report report) {
    String setting = symbol.toLowerCase(Locale.ROOT);
    if (block.isPresent()) {
      String network =
          block.get().element("network").map(it -> it.getSimpleName().toString()).orElse("");
      report.add(
          Rule.UNITS_OUTSIDE_BLOCK,
          block.get().origin(),
          "`" + network + "` uses " + symbol + ", and this block does not say `" + setting + "`.",
          "Write " + setting + " = ... here, or a number there.");
    } else {
      report.add(
          Rule.UNITS_OUTSIDE_BLOCK,
          mark.origin(member),
          symbol + " means what the use of a block says, and here nothing says it.",
          "Write a number, or use the network as a @Block.");
    }
  }
}
