package dev.espalier.samples.cli;

import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What options with numbers and names take: said when the command line is read, not after data is.
 */
public final class Ranges {
  private Ranges() {}

  /** Whole numbers from 1. */
  public static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return atLeast(1, text);
    }
  }

  /** Whole numbers from 0. */
  static final class CountOrNone implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return atLeast(0, text);
    }
  }

  /** Numbers above 0. */
  static final class Rate implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        double value = Double.parseDouble(text);
        if (value > 0 && Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
      throw refused("a number above 0", text);
    }
  }

  /** Names of schedules, in any case. */
  static final class Schedule implements ITypeConverter<Rates> {
    @Override
    public Rates convert(String text) {
      return Arrays.stream(Rates.values())
          .filter(each -> each.toString().equalsIgnoreCase(text))
          .findFirst()
          .orElseThrow(() -> refused("one of " + Arrays.toString(Rates.values()), text));
    }
  }

  private static int atLeast(int least, String text) {
    try {
      int value = Integer.parseInt(text);
      if (value >= least) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw refused("a whole number of at least " + least, text);
  }

  private static TypeConversionException refused(String expected, String found) {
    return new TypeConversionException("expected " + expected + ", found '" + found + "'");
  }
}
