/** What is generated, as text; by which compiler, in which order and from what makes no odds. */
package dev.espalier.processor.golden;
