package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code SeveralVocabularies}: more than one way to say what the rows of a table are. */
final class SeveralVocabularies implements FeatureCheck {
  private static final Set<String> WAYS = Set.of("size", "vocabulary", "buckets");
  private static final Set<Form> WHOLE = EnumSet.of(Form.INT, Form.LONG, Form.INTS, Form.LONGS);

  @Override
  public void check(Component feature, Mark mark, ModelDeclaration model, Report report) {
    List<String> ways = mark.statedMembers().stream().filter(WAYS::contains).toList();
    if (ways.isEmpty() || mark.states("table")) {
      return;
    }
    if (feature.type().constants().isPresent()) {
      report.add(
          Rule.SEVERAL_VOCABULARIES,
          mark.origin(ways.get(0)),
          "An enum is its own vocabulary; `"
              + feature.name()
              + "` is "
              + Wording.a(feature.type().shown())
              + " and says `"
              + ways.get(0)
              + "`.",
          "Remove `" + ways.get(0) + "`.");
    } else if (ways.size() > 1) {
      report.add(
          Rule.SEVERAL_VOCABULARIES,
          mark.origin(ways.get(1)),
          "`" + ways.get(0) + "` and `" + ways.get(1) + "` exclude each other.",
          "size: ids from 0; vocabulary: learnt, at most so many; buckets: hashed. Keep one.");
    } else if (ways.get(0).equals("size") && !WHOLE.contains(feature.type().form())) {
      report.add(
          Rule.FEATURE_TYPE,
          mark.origin("size"),
          "`size` says that ids run from 0; " + Wording.is(feature) + ".",
          "Write `vocabulary` or `buckets`, or nothing: all values are learnt then.");
    }
  }
}
