/**
 * What a run was told, as text: the terms under which alone it can be gone on with, and the
 * settings that people read.
 */
package dev.espalier.runtime.train.terms;
