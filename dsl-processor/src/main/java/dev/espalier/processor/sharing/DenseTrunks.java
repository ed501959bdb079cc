package dev.espalier.processor.sharing;

import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.LayerDeclaration.Input;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.report.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The networks that units stand for: dense ReLU layers {@code hidden1}, {@code hidden2}, ... */
public final class DenseTrunks {
  private DenseTrunks() {}

  /** One network of all layers, one after the other. */
  static NetworkDeclaration chain(Mark mark, String member) {
    List<LayerDeclaration> layers =
        IntStream.range(0, mark.integers(member).size())
            .mapToObj(i -> dense(mark, member, i, i == 0 ? "in" : "hidden" + i))
            .toList();
    return network("trunk", layers, mark.origin());
  }

  /** A network of each layer. */
  static List<NetworkDeclaration> levels(Mark mark, String member) {
    return IntStream.range(0, mark.integers(member).size())
        .mapToObj(
            i ->
                network(
                    "level" + (i + 1),
                    List.of(dense(mark, member, i, "in")),
                    mark.origin(member, i)))
        .toList();
  }

  private static LayerDeclaration dense(Mark mark, String member, int i, String input) {
    return dense("hidden" + (i + 1), input, mark.integers(member).get(i), mark.origin(member, i));
  }

  /** The network of the one layer that {@code hidden} of a head stands for. */
  public static NetworkDeclaration hidden(int units, Origin origin) {
    return network("hidden", List.of(dense("hidden", "in", units, origin)), origin);
  }

  private static LayerDeclaration dense(String name, String input, int units, Origin origin) {
    return new LayerDeclaration(
        name,
        List.of(
            Mark.implied("Dense", Map.of("value", units, "bias", true), origin),
            Mark.implied("Relu", Map.of(), origin)),
        List.of(new Input(input, Optional.empty(), true, origin)),
        List.of(),
        origin);
  }

  private static NetworkDeclaration network(
      String name, List<LayerDeclaration> layers, Origin origin) {
    return new NetworkDeclaration(
        name, "{" + name + "}", layers, List.of(), true, false, List.of(), origin);
  }
}
