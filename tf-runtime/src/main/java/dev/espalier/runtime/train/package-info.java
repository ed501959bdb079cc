/**
 * Training: the trainer that generated ones extend, its builder, the loop, listeners and history.
 *
 * <p>{@link dev.espalier.runtime.train.Trainer} is the facade; {@code TrainingRun} is the loop.
 * What a step computes is in {@code step}.
 */
package dev.espalier.runtime.train;
