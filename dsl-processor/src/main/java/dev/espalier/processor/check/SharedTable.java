package dev.espalier.processor.check;

import dev.espalier.processor.feature.Features;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.ValueType;
import dev.espalier.processor.report.Names;
import dev.espalier.processor.report.Near;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code UnknownTable}, {@code TableSaidTwice}: features that use another feature's table. */
final class SharedTable implements FeatureCheck {
  private static final Set<String> OWN =
      Set.of("dimension", "size", "vocabulary", "buckets", "unknown");

  @Override
  public void check(Component feature, Mark mark, ModelDeclaration model, Report report) {
    if (!mark.has("table") || mark.text("table").isEmpty()) {
      return;
    }
    String name = mark.text("table");
    Optional<Component> owner =
        model.components().stream().filter(each -> each.name().equals(name)).findFirst();
    if (name.equals(feature.name()) || owner.flatMap(Features::withTable).isEmpty()) {
      unknown(feature, mark, model, owner, report);
    } else {
      check(feature, mark, owner.get(), model, report);
    }
  }

  private static void unknown(
      Component feature,
      Mark mark,
      ModelDeclaration model,
      Optional<Component> named,
      Report report) {
    List<String> tables =
        model.components().stream()
            .filter(each -> !each.name().equals(feature.name()))
            .filter(each -> Features.table(each).isPresent())
            .map(Component::name)
            .toList();
    String name = mark.text("table");
    String sentence = "No feature is called `" + name + "`, whose table could be shared.";
    if (name.equals(feature.name())) {
      sentence = "`" + name + "` can't share its own table.";
    } else if (named.isPresent()) {
      sentence =
          "`" + name + "` is no @Categorical or @Tokens feature and so has no table to share.";
    }
    report.add(
        Rule.UNKNOWN_TABLE, mark.origin("table"), sentence, Near.help(name, tables, "table"));
  }

  private static void check(
      Component feature, Mark mark, Component owner, ModelDeclaration model, Report report) {
    Mark table = Features.withTable(owner).orElseThrow();
    if (!table.text("table").isEmpty()) {
      boolean told =
          table.text("table").equals(feature.name())
              && model.components().indexOf(owner) < model.components().indexOf(feature);
      if (!told) {
        report.add(
            Rule.UNKNOWN_TABLE,
            mark.origin("table"),
            "`"
                + owner.name()
                + "` has no table of its own: it uses that of `"
                + table.text("table")
                + "`.",
            table.text("table").equals(feature.name())
                ? "Let one of the two have a table."
                : "Write table = \"" + table.text("table") + "\".");
      }
      return;
    }
    if (isFit(owner, table) && !Entries.of(feature.type()).equals(Entries.of(owner.type()))) {
      report.add(
          Rule.FEATURE_TYPE,
          mark.origin("table"),
          Wording.is(feature)
              + ", and the table of `"
              + owner.name()
              + "` is for "
              + Entries.of(owner.type())
              + ".",
          "Features that share a table have categories of one type.");
    }
    List<String> twice = mark.statedMembers().stream().filter(OWN::contains).toList();
    if (!twice.isEmpty()) {
      report.add(
          Rule.TABLE_SAID_TWICE,
          mark.origin(twice.get(0)),
          Names.of(twice)
              + (twice.size() == 1 ? " is" : " are")
              + " the business of `"
              + owner.name()
              + "`, whose table `"
              + feature.name()
              + "` uses.",
          "Say it there.");
    }
  }

  /** Whether the owner's own type is in order; else that is the mistake. */
  private static boolean isFit(Component owner, Mark table) {
    boolean ids = table.states("size");
    return Features.of(table.name()).orElseThrow().takes(owner.type())
        && (!ids || Entries.of(owner.type()).equals(Entries.WHOLE));
  }

  /** What the rows of a table stand for, in words. */
  private static final class Entries {
    static final String WHOLE = "whole numbers";

    static String of(ValueType type) {
      return switch (type.form()) {
        case INT, LONG, INTS, LONGS -> WHOLE;
        case TEXT, TEXTS, TEXT_SET, TEXT_LIST -> "texts";
        default ->
            type.constants()
                .map(constants -> constants.element().getSimpleName().toString())
                .orElse(type.shown());
      };
    }
  }
}
