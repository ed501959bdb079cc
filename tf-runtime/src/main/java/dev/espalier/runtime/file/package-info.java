/**
 * The model file: one zip archive with weights that NumPy reads, a description in JSON and the
 * graph for prediction, written atomically and verified before anything in it is used.
 */
package dev.espalier.runtime.file;
