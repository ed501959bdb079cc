/** Recordings: from wav files to samples. */
package dev.espalier.runtime.data.sound;
