package dev.espalier.runtime.data.sound;

/**
 * A sound in memory.
 *
 * @param samples each at least -1 and below 1, one channel
 * @param rate samples of a second
 */
public record Recording(float[] samples, int rate) {}
