package dev.espalier.runtime.data.statistics;

/**
 * What becomes of each element of a number feature, in double precision: {@code (min(max(value,
 * low), high) - origin) / unit}, 0 where the unit is 0.
 *
 * @param low what values are raised to; minus infinity where they are not clipped
 * @param high what values are cut to; infinity where they are not clipped
 * @param origin what becomes 0
 * @param unit what becomes 1, from the origin on; 0 for a constant column
 * @param filled what a missing value becomes, normalised
 */
public record NumberScaling(
    double[] low, double[] high, double[] origin, double[] unit, float[] filled) {}
