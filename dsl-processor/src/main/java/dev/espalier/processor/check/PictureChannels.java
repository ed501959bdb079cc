package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;

/** {@code OutOfRange}: means and deviations that are not one for each channel of a picture. */
final class PictureChannels implements FeatureCheck {
  @Override
  public void check(Component feature, Mark mark, ModelDeclaration model, Report report) {
    List<String> stated =
        mark.statedMembers().stream().filter(List.of("mean", "deviation")::contains).toList();
    if (!mark.has("channels") || stated.isEmpty()) {
      return;
    }
    int channels = mark.integer("channels");
    int means = mark.numbers("mean").size();
    int deviations = mark.numbers("deviation").size();
    if (means != channels || deviations != channels) {
      report.add(
          Rule.OUT_OF_RANGE,
          mark.origin(stated.get(0)),
          "A picture of "
              + channels
              + " channels has as many means and as many deviations; these are "
              + means
              + " and "
              + deviations
              + ".",
          "Write mean and deviation with a number for each channel, or neither: they are learnt"
              + " then.");
    } else if (mark.states("normalize")) {
      report.add(
          Rule.MISPLACED,
          mark.origin("normalize"),
          "`normalize` says nothing beside `mean` and `deviation`, which say how channels are"
              + " scaled.",
          "Keep one.");
    }
  }
}
