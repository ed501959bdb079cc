package dev.espalier.runtime.train.run;

/**
 * The best validation of a run, see {@link dev.espalier.runtime.train.option.BestWeights}.
 *
 * @param value of the score
 * @param epoch in which it was, or after which, from 1
 * @param step of the run after which it was, from 1
 */
public record BestScore(double value, int epoch, long step) {}
