package dev.espalier.runtime.train.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run was told, as reports show it: everything that decides what its weights become.
 *
 * @param values by name, as text: {@code optimizer}, {@code learningRate}, {@code schedule}, {@code
 *     epochs}, {@code batchSize}, {@code seed}, {@code threads}, {@code precision}, {@code
 *     clipping}, {@code balancing}, {@code sharing}, {@code lossWeight.TASK}, {@code training set},
 *     {@code validation}, {@code onNonFinite}; and what the run was told beside, by the names of
 *     {@link dev.espalier.runtime.train.TrainerBuilder}: {@code accumulate}, {@code
 *     averageWeights}, {@code rateScale.PART}, {@code earlyStopping.TASK}, {@code bestWeights},
 *     {@code checkpoints}, {@code maxSteps} and others
 */
public record RunSettings(Map<String, String> values) {

  /** Keeps a copy of the map, in its order. */
  public RunSettings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
