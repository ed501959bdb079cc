package dev.espalier.runtime.train.model;

import dev.espalier.runtime.EspalierException;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Finds layers by address. */
final class Layers {
  private Layers() {}

  /** The layer of a path, or the only copy of an address. */
  static Operand<TFloat32> find(Map<String, Operand<TFloat32>> layers, String address) {
    if (layers.containsKey(address)) {
      return layers.get(address);
    }
    List<String> copies =
        layers.keySet().stream().filter(path -> address.equals(address(path))).toList();
    if (copies.size() > 1) {
      throw new EspalierException(
          "There are several layers `" + address + "`; say which: " + copies + ".");
    }
    if (copies.isEmpty()) {
      throw Addresses.unknown("activations(...)", address, layers.keySet());
    }
    return layers.get(copies.get(0));
  }

  /** {@code trunk.wide} of {@code trunk-click.wide} and {@code trunk@click.wide}. */
  private static String address(String path) {
    return path.replaceFirst("^([^.@-]*)[@-][^.]*", "$1");
  }
}
