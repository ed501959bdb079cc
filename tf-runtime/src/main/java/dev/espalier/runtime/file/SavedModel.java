package dev.espalier.runtime.file;

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
    byte[] graph) {}
