/**
 * Weights that another model has learnt, taken over by their names: from a model file of Espalier
 * or from the variables of a SavedModel of anyone's.
 */
package dev.espalier.runtime.transfer;
