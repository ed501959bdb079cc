/** The layers: one class and one line of registration for each annotation. */
package dev.espalier.processor.layer;
