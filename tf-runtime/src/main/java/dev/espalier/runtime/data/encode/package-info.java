/**
 * From columns to encoded rows, by what the training set taught: the way that a network's
 * predictions go as well.
 */
package dev.espalier.runtime.data.encode;
