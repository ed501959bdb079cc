/**
 * How the losses of several tasks become one objective; arithmetic on small arrays, no TensorFlow.
 */
package dev.espalier.runtime.balance;
