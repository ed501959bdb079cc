package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;

/** {@code OutOfRange}: means and deviations that are not one for each channel of a picture. */
final class PictureChannels implements FeatureCheck {
  @Override
  public void check(Component feature, Mark mark, ModelDeclaration model, Report report) {
    if (mark.has("channels")
        && feature.type().form() != Form.BYTES
        && mark.integer("channels") != 1
        && mark.integer("channels") != 3) {
      report.add(
          Rule.OUT_OF_RANGE,
          mark.origin("channels"),
          "What is decoded has 3 channels, or 1 when it is to be grey; this is "
              + mark.integer("channels")
              + ".",
          "Other numbers are for a byte[], whose channels are as you make them.");
      return;
    }
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
