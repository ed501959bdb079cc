/**
 * Event files that TensorBoard reads, written without a session: framed records of the protocol
 * buffers that TensorFlow ships.
 */
package dev.espalier.runtime.report.tensorboard;
