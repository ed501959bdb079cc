package dev.espalier.runtime.step;

import java.util.Map;

/**
 * What the next steps of a run depend on that a session keeps beside the model's weights and moving
 * statistics: with these two, the seed and the balancing method's own memory, a checkpoint's whole
 * content.
 *
 * @param arrays what variables hold, by name, in row-major order and not copied: {@code
 *     slots/m/trunk.hidden1.kernel} of the optimizer, {@code gradient averages} of a balancing
 *     method that keeps some, [tasks, shared parameters]
 * @param counts whole numbers by name: {@code updates/0,2}, how often the parameters that tasks 0
 *     and 2 reach have been updated
 */
public record TrainingState(Map<String, float[]> arrays, Map<String, Long> counts) {}
