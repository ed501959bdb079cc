/**
 * Training: the trainer that generated ones extend, its builder, the loop, listeners and history.
 *
 * <p>{@link dev.espalier.runtime.train.Trainer} is the facade; a {@code ModelSession} holds graph
 * and session of a model whose preprocessing is known; a {@code StepGraph} holds the operations of
 * a training step for one set of tasks; {@code TrainingRun} is the loop.
 */
package dev.espalier.runtime.train;
