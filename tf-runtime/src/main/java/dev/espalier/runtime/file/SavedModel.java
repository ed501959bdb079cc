package dev.espalier.runtime.file;

import java.util.HashMap;
import java.util.Map;

/**
 * All that a model file holds.
 *
 * @param parameters by path, in the model's order
 * @param states by path, in the model's order
 * @param graph the serialized graph for prediction, not copied
 */
public record SavedModel(
    ModelDescription description,
    Map<String, SavedArray> parameters,
    Map<String, SavedArray> states,
    byte[] graph) {

  /** All values, by path. */
  public Map<String, float[]> values() {
    Map<String, float[]> values = new HashMap<>();
    parameters.forEach((path, array) -> values.put(path, array.values()));
    states.forEach((path, array) -> values.put(path, array.values()));
    return values;
  }
}
