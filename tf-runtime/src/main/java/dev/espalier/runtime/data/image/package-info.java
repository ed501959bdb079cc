/** Pictures and masks: from files and encoded bytes to pixels. */
package dev.espalier.runtime.data.image;
