package dev.espalier.samples.quickstart;

import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/**
 * A point and two numbers that depend on it, and a model that learns both with one trunk.
 *
 * @param x the inputs, drawn from the standard normal distribution
 * @param first what the first task learns
 * @param second what the second task learns
 */
@SharedTrunk(64)
public record RelatedTasks(
    @Numeric(length = SyntheticPairs.DIMENSIONS, normalize = Normalize.UNCHANGED) float[] x,
    @TaskHead(hidden = 8) float first,
    @TaskHead(hidden = 8) float second) {}
