/**
 * The loop of training: {@code TrainingRun} goes from epoch to epoch, {@code RunEpochs} from step
 * to step, {@code RunSteps} takes a step, {@code EpochEnds} report; {@code RunProgress} knows how
 * far it has come, {@code RunLimits} when it is over.
 */
package dev.espalier.runtime.train.loop;
