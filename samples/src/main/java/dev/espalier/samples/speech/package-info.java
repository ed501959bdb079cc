/** Spoken digits: what is said and who says it, from the samples of a recording. */
package dev.espalier.samples.speech;
