package dev.espalier.processor.plan;

import dev.espalier.processor.read.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What modifiers say of one parameter: the innermost of each kind.
 *
 * @param l1 rate of L1 regularization
 * @param l2 rate of L2 regularization
 * @param initializer how kernels and tables start, if said
 * @param frozen whether it is never updated
 * @param rateScale factor of the learning rate
 */
public record Modifiers(
    double l1, double l2, Optional<String> initializer, boolean frozen, double rateScale) {

  /** The annotations that are modifiers. */
  public static final List<String> NAMES = List.of("L1", "L2", "Init", "Frozen", "RateScale");

  /**
   * Reads them.
   *
   * @param address of what they are asked for
   * @param inner annotations around it, the innermost first
   * @param model the annotations on the type, the variant's own first
   */
  public static Modifiers of(String address, List<List<Mark>> inner, List<Mark> model) {
    Search search = new Search(address, inner, model);
    return new Modifiers(
        search.find("L1").map(mark -> mark.number("value")).orElse(0.0),
        search.find("L2").map(mark -> mark.number("value")).orElse(0.0),
        search.find("Init").map(mark -> mark.constant("value")),
        search.find("Frozen").isPresent(),
        search.find("RateScale").map(mark -> mark.number("value")).orElse(1.0));
  }

  /** The parts that a modifier on a model names; empty for all. */
  public static List<String> parts(Mark mark) {
    return mark.texts(partsMember(mark));
  }

  /** The member of a modifier that names parts. */
  public static String partsMember(Mark mark) {
    return mark.has("of") ? "of" : "value";
  }

  /** Whether an address is a part or lies inside it. */
  public static boolean covers(String part, String address) {
    return address.equals(part) || address.startsWith(part + ".");
  }

  private record Search(String address, List<List<Mark>> inner, List<Mark> model) {

    Optional<Mark> find(String modifier) {
      List<Mark> found = new ArrayList<>();
      inner.forEach(marks -> marks.stream().filter(named(modifier)).forEach(found::add));
      model.stream().filter(named(modifier)).filter(this::namesPart).forEach(found::add);
      model.stream()
          .filter(named(modifier))
          .filter(mark -> parts(mark).isEmpty())
          .forEach(found::add);
      return found.stream().findFirst();
    }

    private boolean namesPart(Mark mark) {
      return parts(mark).stream().anyMatch(part -> covers(part, address));
    }

    private static Predicate<Mark> named(String modifier) {
      return mark -> mark.name().equals(modifier);
    }
  }
}
