/** The rules about what the user declared: one class each, gated by stage. */
package dev.espalier.processor.check;
