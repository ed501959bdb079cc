/**
 * Writes a plan as Java: one writer for each generated type. The only package that knows JavaPoet.
 */
package dev.espalier.processor.write;
