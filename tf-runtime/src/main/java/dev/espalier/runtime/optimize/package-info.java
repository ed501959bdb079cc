/** Optimizers on TensorFlow's resource operations. */
package dev.espalier.runtime.optimize;
