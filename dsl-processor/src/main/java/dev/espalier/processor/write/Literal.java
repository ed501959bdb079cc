package dev.espalier.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.espalier.processor.plan.Constant;

/** Values as Java source, numbers the shortest that means the same. */
final class Literal {
  private Literal() {}

  /** A number, truth value or constant of the language, which it imports. */
  static CodeBlock code(Object value) {
    return value instanceof Constant constant
        ? CodeBlock.of("$T.$L", RuntimeTypes.dsl(constant.type()), constant.name())
        : CodeBlock.of("$L", of(value));
  }

  static String of(Object value) {
    if (value instanceof Double number) {
      return of(number.doubleValue());
    }
    if (value instanceof Float number) {
      return of(number.floatValue());
    }
    return String.valueOf(value);
  }

  static String of(float number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e6;
    return whole ? Long.toString((long) number) : number + "f";
  }

  static String of(double number) {
    if (Double.isNaN(number)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e6;
    return whole ? Long.toString((long) number) : scientific(Double.toString(number));
  }

  /** {@code 1e-4} for {@code 1.0E-4}. */
  private static String scientific(String number) {
    return number.replace(".0E", "E").replace('E', 'e');
  }
}
