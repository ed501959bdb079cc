/**
 * Measurements, started by {@code benchmarks/run}: generated training against the same network
 * written by hand on TensorFlow Java, and what the processor costs on top of javac.
 *
 * <p>What is compared runs in one process, in pairs whose order alternates, after a warm-up;
 * medians are reported, so that a busy moment of the machine hurts both sides or neither.
 */
package dev.espalier.benchmarks;
