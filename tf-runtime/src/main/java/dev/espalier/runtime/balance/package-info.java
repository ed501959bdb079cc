/**
 * How the losses of several tasks become one objective; arithmetic on small arrays, no TensorFlow.
 *
 * <p>{@link dev.espalier.runtime.balance.Balancing} lists the methods. A method is a record of its
 * settings; what it learns in a run is in what {@code start} returns.
 */
package dev.espalier.runtime.balance;
