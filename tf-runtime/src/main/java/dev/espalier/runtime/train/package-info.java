/**
 * Training: the trainer that generated ones extend, its builder, and what is measured by many
 * trainings.
 *
 * <p>What a builder may be told is in {@link dev.espalier.runtime.train.option}, what a run tells
 * in {@link dev.espalier.runtime.train.run}. A {@link dev.espalier.runtime.train.Trainer} has a
 * {@code model.HeldModel} and begins runs: {@code rows.Examples} are read into batches, and a
 * {@code loop.TrainingRun} walks over them epoch by epoch. Within it, {@code course} knows tasks
 * and rates of each step, {@code guard} answers for steps that can't be taken, {@code kept} brings
 * what the run remembers to checkpoints and back, and {@code terms} say what it may be gone on with
 * under. These packages are not for users, and none knows those that come after it. What a step
 * computes is in {@code step}.
 */
package dev.espalier.runtime.train;
