package dev.espalier.runtime.file;

import java.util.List;

/**
 * Numbers with a shape, in row-major order.
 *
 * @param shape sizes of its axes; empty for one number
 * @param values the numbers, not copied
 */
public record SavedArray(List<Integer> shape, float[] values) {}
