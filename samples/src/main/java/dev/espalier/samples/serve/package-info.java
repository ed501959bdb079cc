/** Predictions of a saved model over HTTP: JSON in, JSON out. */
package dev.espalier.samples.serve;
