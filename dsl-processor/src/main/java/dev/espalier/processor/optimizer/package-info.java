/** The optimizers: one line of registration for each annotation. */
package dev.espalier.processor.optimizer;
