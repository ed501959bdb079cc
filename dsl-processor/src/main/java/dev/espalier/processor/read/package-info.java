/** Reads the compiler's elements into declarations: what the user wrote, and where. */
package dev.espalier.processor.read;
