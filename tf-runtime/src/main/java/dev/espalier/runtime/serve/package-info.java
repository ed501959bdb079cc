/** Prediction from a model file, and what typed predictions are made of. */
package dev.espalier.runtime.serve;
