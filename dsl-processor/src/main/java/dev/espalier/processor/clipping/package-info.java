/** The ways to clip gradients: one line of registration for each annotation. */
package dev.espalier.processor.clipping;
