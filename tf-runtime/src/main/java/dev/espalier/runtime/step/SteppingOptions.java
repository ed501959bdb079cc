package dev.espalier.runtime.step;

import dev.espalier.runtime.balance.Balancing;

/**
 * What decides how a run takes its steps.
 *
 * @param balancing how task losses become one objective
 * @param lossWeights the tasks' factors in it, before any balancing
 * @param gradientsEvery of so many steps one computes gradients by task for reports, where a step
 *     has none; 0 for none
 * @param epochs of the run
 * @param seed of what a method draws
 */
public record SteppingOptions(
    Balancing balancing, double[] lossWeights, int gradientsEvery, int epochs, long seed) {}
