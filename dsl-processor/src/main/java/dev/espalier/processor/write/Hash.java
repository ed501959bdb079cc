package dev.espalier.processor.write;

import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.ModelPlan;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Node.FeaturesCode;
import dev.espalier.processor.plan.Node.LineCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Hashes of what decides whether something saved fits: names, types, shapes, constants in order.
 */
final class Hash {
  private static final int BYTES = 8;

  private Hash() {}

  /** Of the features, their encodings and tables, and the tasks with their conditions. */
  static String of(ExamplePlan example) {
    StringBuilder text = new StringBuilder();
    example
        .features()
        .forEach(
            feature ->
                text.append(feature.name())
                    .append(' ')
                    .append(feature.component().type().form())
                    .append(' ')
                    .append(feature.encoding())
                    .append('\n'));
    example.tables().forEach(table -> text.append(table).append('\n'));
    example
        .tasks()
        .forEach(
            task ->
                text.append(task.name())
                    .append(' ')
                    .append(task.kind())
                    .append(task.given().map(given -> " given " + given.text("value")).orElse(""))
                    .append('\n'));
    return digest(text.toString());
  }

  /** Of the example, of everything that is learnt or kept, and of what is computed from what. */
  static String of(ModelPlan plan) {
    StringBuilder text = new StringBuilder(of(plan.example())).append('\n');
    for (Node node : plan.nodes()) {
      text.append(node.path()).append(' ').append(code(node)).append(' ').append(node.shape());
      node.predictedFrom().forEach(each -> text.append(" <- ").append(each.path()));
      node.parameters()
          .forEach(each -> text.append(' ').append(each.path()).append(each.weight().shape()));
      node.states().forEach(each -> text.append(' ').append(each.path()));
      text.append('\n');
    }
    return digest(text.toString());
  }

  private static String code(Node node) {
    if (node.code() instanceof LineCode line) {
      return line.operations().stream()
          .map(operation -> operation.method() + operation.settings() + operation.mask())
          .toList()
          .toString();
    }
    return node.code() instanceof FeaturesCode features ? features.toString() : "";
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
