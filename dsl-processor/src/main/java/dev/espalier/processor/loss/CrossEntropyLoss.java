package dev.espalier.processor.loss;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Range;
import java.util.ArrayList;
import java.util.List;

/** {@code @CrossEntropy}. */
final class CrossEntropyLoss implements Loss {

  @Override
  public String annotation() {
    return "CrossEntropy";
  }

  @Override
  public List<Range> ranges() {
    return List.of(
        Range.share("smoothing", "The smoothing of labels"),
        Range.atLeast("classWeights", "A class weight", 0));
  }

  @Override
  public boolean fits(Kind kind) {
    return !kind.classes().isEmpty();
  }

  @Override
  public String words() {
    return "compares classes";
  }

  @Override
  public Operation call(Mark mark, Kind kind) {
    boolean softmax = kind.isChoice();
    double smoothing = mark.number("smoothing");
    if (mark.flag("balanced")) {
      return Operation.call(
          "Losses",
          softmax ? "balancedSoftmaxCrossEntropy" : "balancedSigmoidCrossEntropy",
          smoothing);
    }
    List<Object> settings = new ArrayList<>(List.of(smoothing));
    settings.addAll(mark.numbers("classWeights"));
    return Operation.call(
        "Losses", softmax ? "softmaxCrossEntropy" : "sigmoidCrossEntropy", settings);
  }
}
