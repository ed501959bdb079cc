package dev.espalier.processor.check;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.ValueType.Constant;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code ConstantText} of tags: constants that would be IOB tags but for some of them, so that
 * whole entities would silently not be counted. Tags of other schemes, which begin with other
 * letters, stay what they are.
 */
final class StrayTag implements LabelCheck {
  private static final Pattern IOB = Pattern.compile("[BI]_.+");
  private static final Pattern OTHER_SCHEME = Pattern.compile("[ELMSUW]_.+");

  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    if (label.kind().filter(Kind.TokenClasses.class::isInstance).isEmpty()) {
      return;
    }
    label
        .component()
        .type()
        .constants()
        .ifPresent(type -> check(type.element().getSimpleName(), type.constants(), report));
  }

  private static void check(CharSequence type, List<Constant> constants, Report report) {
    boolean outside = constants.stream().anyMatch(each -> each.name().equals("O"));
    boolean begins = constants.stream().anyMatch(each -> each.name().startsWith("B_"));
    List<Constant> strays =
        constants.stream().filter(each -> !each.name().equals("O") && !isTag(IOB, each)).toList();
    if (!outside || !begins || strays.stream().anyMatch(each -> isTag(OTHER_SCHEME, each))) {
      return;
    }
    strays.stream()
        .findFirst()
        .ifPresent(
            stray ->
                report.add(
                    Rule.CONSTANT_TEXT,
                    stray.origin(),
                    "The constants of `"
                        + type
                        + "` are tags of entities, O, B_... and I_..., and `"
                        + stray.name()
                        + "` is none: whole entities could not be counted.",
                    "Name it like B_PERSON or I_PERSON, with @Column for how data spells it; if"
                        + " these are no entities, name O or what begins with B_ otherwise."));
  }

  private static boolean isTag(Pattern pattern, Constant constant) {
    return pattern.matcher(constant.name()).matches();
  }
}
