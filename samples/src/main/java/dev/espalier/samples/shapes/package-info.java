/**
 * Five tasks over one picture, which is drawn here: what the shape in it is, its colour, the word
 * that is printed there, where the shape is, and which pixels it has. No file is needed.
 */
package dev.espalier.samples.shapes;
