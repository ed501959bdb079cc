/**
 * Optimizers on TensorFlow's resource operations: what each keeps for a parameter, what it is fed
 * in a step, and the operation that updates.
 */
package dev.espalier.runtime.optimize;
