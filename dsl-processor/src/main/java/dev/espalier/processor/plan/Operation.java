package dev.espalier.processor.plan;

import java.util.List;

/**
 * What a layer becomes: a call of one method of the runtime's graph package.
 *
 * @param type simple name of the runtime class: {@code DenseLayers}
 * @param method the method: {@code dense}
 * @param withPath whether it takes the layer's path, for parameters or seeds
 * @param mask the feature whose padding mask {@code [batch, length]} stands after the inputs; empty
 *     for none
 * @param settings further arguments, as numbers, truth values and {@link Constant}s
 */
public record Operation(
    String type, String method, boolean withPath, String mask, List<Object> settings) {

  /** A call that takes its inputs and these settings. */
  public static Operation call(String type, String method, Object... settings) {
    return call(type, method, List.of(settings));
  }

  /** A call that takes its inputs and these settings. */
  public static Operation call(String type, String method, List<Object> settings) {
    return new Operation(type, method, false, "", settings);
  }

  /** A call that takes the layer's path too. */
  public static Operation at(String type, String method, Object... settings) {
    return new Operation(type, method, true, "", List.of(settings));
  }

  /** The same call of another method. */
  public Operation withMethod(String other) {
    return new Operation(type, other, withPath, mask, settings);
  }

  /** A call that takes the layer's path too. */
  public static Operation at(String type, String method, List<Object> settings) {
    return new Operation(type, method, true, "", settings);
  }

  /** The same with the mask of the sequence that a value runs along, if it runs along one. */
  public Operation masked(Shape value) {
    return new Operation(type, method, withPath, value.along(), settings);
  }
}
