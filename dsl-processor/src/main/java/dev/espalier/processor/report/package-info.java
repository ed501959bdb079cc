/** Mistakes as values: what rule, where, what was found, what to write instead. */
package dev.espalier.processor.report;
