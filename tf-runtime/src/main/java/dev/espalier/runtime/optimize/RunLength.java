package dev.espalier.runtime.optimize;

/**
 * How long a run is that begins.
 *
 * @param steps of the whole run, at least 1
 * @param stepsPerEpoch of one epoch, at least 1
 */
public record RunLength(long steps, long stepsPerEpoch) {}
