package dev.espalier.processor.plan;

import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The use of a network that a line lies in: what messages say of a line which the user may never
 * have seen.
 *
 * @param network the network's simple name
 * @param mark the annotation that brings it in
 * @param member its member that names the network
 * @param address how the user addresses the network here
 * @param step which repetition this is, from 0
 * @param numbers what {@code UNITS} and {@code STRIDE} mean here
 * @param in what flows in
 * @param around the use of the network in which the annotation stands
 */
public record Within(
    String network,
    Mark mark,
    String member,
    String address,
    int step,
    BlockUse numbers,
    Supplier<Optional<Vertex>> in,
    Optional<Within> around) {

  /** The innermost use that stands in the source: of networks from class files that of them all. */
  public Within visible() {
    return around
        .filter(outer -> outer.origin().equals(mark.origin()))
        .map(Within::visible)
        .orElse(this);
  }

  /** Where the network is brought in. */
  public Origin origin() {
    return mark.origin(member);
  }

  /** Whether a place is that of something from a class file, which this use stands for. */
  public boolean standsFor(Origin place) {
    return place.equals(origin());
  }

  /** Whether it is a block. */
  public boolean isBlock() {
    return mark.name().equals("Block");
  }

  /** The use in words: {@code `Part` with units = 8}. */
  public String words() {
    List<String> settings = new ArrayList<>();
    if (isBlock() && mark.states("units")) {
      settings.add("units = " + numbers.units());
    }
    if (isBlock() && mark.states("stride")) {
      settings.add("stride = " + numbers.stride());
    }
    int repeat = isBlock() ? mark.integer("repeat") : 1;
    return (repeat > 1 ? "repetition " + (step + 1) + " of " + repeat + " of " : "")
        + "`"
        + network
        + "`"
        + (settings.isEmpty() ? "" : " with " + String.join(" and ", settings));
  }
}
