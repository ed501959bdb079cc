/** Words of English sentences: what kind of word each is, and what it does in its sentence. */
package dev.espalier.samples.tagging;
