package dev.espalier.processor.plan;

import java.util.List;

/**
 * What a layer becomes: a call of one method of the runtime's graph package.
 *
 * @param type simple name of the runtime class: {@code DenseLayers}
 * @param method the method: {@code dense}
 * @param withPath whether it takes the layer's path, for parameters or seeds
 * @param settings further arguments, as numbers and truth values
 */
public record Operation(String type, String method, boolean withPath, List<Object> settings) {

  /** A call that takes its inputs and these settings. */
  public static Operation call(String type, String method, Object... settings) {
    return new Operation(type, method, false, List.of(settings));
  }

  /** A call that takes the layer's path too. */
  public static Operation at(String type, String method, Object... settings) {
    return new Operation(type, method, true, List.of(settings));
  }
}
