/**
 * Steps: a model's graph and session, and what a step of training and a pass of evaluation compute
 * in them.
 *
 * <p>A {@code ModelSession} holds graph and session of a model whose preprocessing is known. A
 * {@code Stepping} takes a run's steps in the way that a balancing method asks for: down a weighed
 * sum of losses ({@code StepGraph}), along a mixture of the tasks' gradients that Java works out
 * between two runs ({@code MixedStepGraph}), or one that the graph works out itself ({@code
 * DirectStepGraph}). The loop over them is in {@code train}.
 */
package dev.espalier.runtime.step;
