package dev.espalier.processor.planner;

import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.plan.Vertex.LineSource;
import dev.espalier.processor.plan.Within;
import dev.espalier.processor.report.Origin;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells what is wrong with a line. What goes wrong in a block, or in a network whose source is not
 * there, comes of its use: the message says what that is and what flows in, and what to change
 * there.
 */
final class LineProblems {
  private final Vertex vertex;
  private final LineSource line;
  private final List<Node> inputs;
  private final Function<Vertex, Optional<Node>> known;
  private final Report report;

  /**
   * Problems of one line.
   *
   * @param known the nodes that have been inferred
   */
  LineProblems(
      Vertex vertex,
      LineSource line,
      List<Node> inputs,
      Function<Vertex, Optional<Node>> known,
      Report report) {
    this.vertex = vertex;
    this.line = line;
    this.inputs = inputs;
    this.known = known;
    this.report = report;
  }

  void add(Rule rule, Origin origin, String sentence, String help) {
    Optional<Within> use = line.within().map(Within::visible).filter(this::matters);
    report.add(
        rule,
        origin,
        use.map(it -> "In " + place(it, sentence) + ": " + sentence).orElse(sentence),
        use.map(it -> help(it, rule, help)).orElse(help));
  }

  private boolean matters(Within use) {
    return use.isBlock() || isForeign(use);
  }

  /** Whether the line comes from a class file, so that it can't be changed where it stands. */
  private boolean isForeign(Within use) {
    return use.standsFor(line.layer().origin());
  }

  private String place(Within use, String sentence) {
    return use.words()
        + in(use)
            .map(in -> "in is " + in.shape() + " (" + in.source() + ")")
            .filter(in -> !sentence.contains(in))
            .map(in -> ", where " + in)
            .orElse("")
        + (isForeign(use) ? ", at `" + part(use) + "`" : "");
  }

  /** The line as the network's user addresses it in the network. */
  private String part(Within use) {
    return vertex.place().address().substring(use.address().length() + 1);
  }

  private Optional<Node> in(Within use) {
    return use.in().get().flatMap(known);
  }

  private String help(Within use, Rule rule, String own) {
    boolean emptied = rule == Rule.EMPTY_SHAPE && use.step() > 0;
    if (!isForeign(use)) {
      return emptied ? own + " Or write repeat = " + use.step() + "." : own;
    }
    if (emptied) {
      return "Write repeat = " + use.step() + ", or bring in more positions.";
    }
    if (rule == Rule.WRONG_RANK && takesOnlyIn() && use.step() == 0) {
      return own;
    }
    if (rule == Rule.SHAPES_DONT_FIT && needsItsUnits(use)) {
      int units = in(use).orElseThrow().shape().last();
      return "Write units = "
          + units
          + ", as many as flow in, or bring in "
          + use.numbers().units()
          + " units with @Dense first.";
    }
    String change =
        rule == Rule.EMPTY_SHAPE ? "Bring in more positions" : "Bring in a shape that fits";
    return part(use).contains(".") || own.isEmpty()
        ? change + "."
        : change
            + "; or redeclare `"
            + part(use)
            + "` in an interface that extends `"
            + use.network()
            + "`: "
            + own.substring(0, 1).toLowerCase(Locale.ROOT)
            + own.substring(1);
  }

  private boolean takesOnlyIn() {
    return line.layer().inputs().stream().allMatch(input -> input.taken().equals("in"));
  }

  /** Whether shapes differ in their units alone, and the use says others than flow in. */
  private boolean needsItsUnits(Within use) {
    Shape first = inputs.get(0).shape();
    return use.isBlock()
        && use.mark().states("units")
        && inputs.size() > 1
        && inputs.stream().allMatch(input -> input.shape().joins(first))
        && in(use).filter(in -> in.shape().last() != use.numbers().units()).isPresent();
  }
}
