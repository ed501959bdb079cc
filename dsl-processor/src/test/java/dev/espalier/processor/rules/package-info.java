/**
 * Wrong models: what compilers say of each, to the column, and that no change breaks the processor.
 */
package dev.espalier.processor.rules;
