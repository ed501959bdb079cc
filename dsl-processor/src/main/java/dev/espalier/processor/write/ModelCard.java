package dev.espalier.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.espalier.processor.plan.Call;
import dev.espalier.processor.plan.ModelPlan;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Node.LineCode;
import dev.espalier.processor.plan.Node.Parameter;
import dev.espalier.processor.plan.TaskPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Describes a model in the javadoc of its trainer: layers, shapes, parameters, cost. */
final class ModelCard {
  private ModelCard() {}

  static CodeBlock of(ModelPlan plan) {
    CodeBlock.Builder card = CodeBlock.builder();
    card.add(
        "Trains {@code $L}: $L from $L, $L.\n\n<pre>\n",
        plan.declaration().simpleName(),
        counted(plan.example().tasks().size(), "task"),
        counted(plan.example().features().size(), "feature"),
        plan.sharing());
    rows(plan).forEach(row -> card.add("$L\n", row));
    card.add("</pre>\n\n");
    card.add("<p>$L\n", total(plan));
    List<String> links = links(plan);
    if (!links.isEmpty()) {
      card.add("\n<p>Layers:\n$L.\n", String.join(",\n", links));
    }
    return card.build();
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static List<String> rows(ModelPlan plan) {
    List<String[]> cells = new ArrayList<>();
    Set<String> listed = new HashSet<>();
    cells.add(new String[] {"layer", "shape", "parameters", "multiply-adds"});
    for (Node node : plan.nodes()) {
      if (node.code() instanceof LineCode || !node.parameters().isEmpty()) {
        cells.add(
            new String[] {
              node.path(), node.shape().toString(), count(node, listed), number(node.multiplyAdds())
            });
      }
    }
    for (TaskPlan task : plan.example().tasks()) {
      cells.add(new String[] {"tasks." + task.name(), task.kind().words(), "", ""});
    }
    int[] widths = new int[4];
    cells.forEach(
        row -> {
          for (int i = 0; i < row.length; i++) {
            widths[i] = Math.max(widths[i], row[i].length());
          }
        });
    String format =
        "%-" + widths[0] + "s  %-" + widths[1] + "s  %" + widths[2] + "s  %" + widths[3] + "s";
    return cells.stream()
        .map(row -> String.format(Locale.ROOT, format, (Object[]) row).stripTrailing())
        .toList();
  }

  /** What stands in several nodes, as a shared table does, counts in the first. */
  private static String count(Node node, Set<String> listed) {
    long known = 0;
    boolean learnt = false;
    for (Parameter parameter : node.parameters()) {
      if (listed.add(parameter.path())) {
        learnt |= learnt(parameter);
        known += learnt(parameter) ? 0 : size(parameter);
      }
    }
    return learnt ? (known == 0 ? "vocabulary" : number(known) + " + vocabulary") : number(known);
  }

  private static boolean learnt(Parameter parameter) {
    return parameter.weight().shape().dims().contains(-1);
  }

  private static long size(Parameter parameter) {
    return parameter.weight().shape().dims().stream()
        .mapToLong(Integer::longValue)
        .reduce(1, (a, b) -> a * b);
  }

  private static String total(ModelPlan plan) {
    long parameters = 0;
    boolean learnt = false;
    for (Parameter parameter : plan.owners().keySet()) {
      learnt |= learnt(parameter);
      parameters += learnt(parameter) ? 0 : size(parameter);
    }
    long multiplyAdds = plan.nodes().stream().mapToLong(Node::multiplyAdds).sum();
    return number(parameters)
        + " parameters"
        + (learnt ? " beside those of learnt vocabularies" : "")
        + ", "
        + number(multiplyAdds)
        + " multiply-adds per example.";
  }

  /** Links to the user's methods, each once, where javadoc can follow them. */
  private static List<String> links(ModelPlan plan) {
    return plan.nodes().stream()
        .filter(node -> node.call().isPresent() && !node.call().get().key().startsWith("{"))
        .map(node -> link(node.call().get(), node.path()))
        .distinct()
        .toList();
  }

  private static String link(Call call, String path) {
    String layer = path.substring(path.lastIndexOf('.') + 1);
    return "{@link %s#%s %s.%s}".formatted(call.key(), layer, call.network(), layer);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
