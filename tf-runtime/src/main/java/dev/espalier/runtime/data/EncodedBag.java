package dev.espalier.runtime.data;

/**
 * The table rows of a bag feature.
 *
 * @param starts where the values of each row begin; one more at the end
 */
record EncodedBag(int[] starts, int[] values) {}
