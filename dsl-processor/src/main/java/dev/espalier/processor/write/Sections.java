package dev.espalier.processor.write;

import dev.espalier.processor.plan.Applications;
import dev.espalier.processor.plan.ModelPlan;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Node.FeaturesCode;
import java.util.Optional;

/** The headings of generated code: what each value belongs to. */
final class Sections {
  private static final String LEVEL = "level";

  private final boolean stitched;

  Sections(ModelPlan plan) {
    this.stitched =
        plan.nodes().stream()
            .anyMatch(node -> Applications.weights(node.path()).startsWith("stitches."));
  }

  String of(Node node) {
    if (node.code() instanceof FeaturesCode) {
      return "Features";
    }
    Optional<String> stem = Applications.stem(node.path());
    if (stem.isPresent() && node.path().startsWith("tasks.")) {
      return "Stem of " + stem.get();
    }
    return of(Applications.weights(node.path()).split("\\."))
        + stem.map(task -> " behind the stem of " + task).orElse("");
  }

  private String of(String[] parts) {
    return switch (parts[0]) {
      case "tasks" -> "Task " + parts[1];
      case "means", "experts" -> level(parts, "Experts");
      case "gates" -> level(parts, "Trunk of " + parts[1]);
      case "attention" -> "Trunk of " + parts[1];
      case "stitches" -> "Trunks, stitched";
      default -> trunk(parts[0].split("-"));
    };
  }

  private String trunk(String[] words) {
    String last = words.length > 1 ? words[1] : "";
    boolean isExpert = words.length > 2 && words[words.length - 2].equals("expert");
    return stitched
        ? "Trunks, stitched"
        : level(words, isExpert ? "Experts" : words.length > 1 ? "Trunk of " + last : "Trunk");
  }

  /** The level where a path says one: a task may be called so too, and then more follows. */
  private static String level(String[] words, String without) {
    for (int i = words.length - 1; i > 0; i--) {
      String number = words[i].replaceFirst("^" + LEVEL, "");
      if (number.length() < words[i].length() && number.chars().allMatch(Character::isDigit)) {
        return "Level " + number;
      }
    }
    return without;
  }
}
