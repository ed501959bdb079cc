package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import java.util.List;
import java.util.Optional;

/** The types of labels that run along a feature, for those that run along one by another type. */
final class AlongType {
  private AlongType() {}

  /** What to make of a label that says what it runs along; empty where nothing runs along that. */
  static Optional<String> help(Component label, ModelDeclaration model) {
    Mark head = label.mark("TaskHead").orElseThrow();
    return model
        .component(head.text("along"))
        .filter(leader -> Along.isLeader(leader, List.of("Tokens", "Image")))
        .map(
            leader ->
                "Make it "
                    + types(label, leader)
                    + ": a class for each "
                    + (leader.has("Image") ? "pixel" : "token")
                    + " of `"
                    + leader.name()
                    + "`.");
  }

  private static String types(Component label, Component leader) {
    String numbers = leader.has("Image") ? "a byte[]" : "an int[]";
    return label
        .type()
        .constants()
        .map(type -> Wording.a(type.element().getSimpleName() + "[]"))
        .orElse(numbers + " with classes = n, or an array of an enum");
  }
}
