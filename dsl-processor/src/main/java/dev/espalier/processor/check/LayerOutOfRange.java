package dev.espalier.processor.check;

import dev.espalier.dsl.Block;
import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.room.Range;
import java.util.List;

/** {@code OutOfRange} in networks, where numbers may stand for what the use of a block says. */
final class LayerOutOfRange implements LayerCheck {
  private static final int LARGEST_DIVISOR = 16;

  @Override
  public void check(LayerDeclaration layer, NetworkUse use, Report report) {
    layer.marks().forEach(mark -> OutOfRange.check(mark, LayerOutOfRange::isOfBlock, report));
    layer.around().stream()
        .flatMap(List::stream)
        .forEach(mark -> OutOfRange.check(mark, (range, number) -> false, report));
  }

  /** Whether a number is a multiple of {@code UNITS} or {@code STRIDE}, or a part of it. */
  private static boolean isOfBlock(Range range, double number) {
    if (range.most() != Range.MOST_UNITS
        || number <= Range.MOST_UNITS
        || number > Integer.MAX_VALUE) {
      return false;
    }
    long value = (long) number;
    for (long divisor = 1; divisor < LARGEST_DIVISOR; divisor++) {
      long multiple = Math.round((double) value * divisor / Block.UNITS);
      if (multiple >= 1 && multiple * Block.UNITS / divisor == value) {
        return true;
      }
    }
    return false;
  }
}
