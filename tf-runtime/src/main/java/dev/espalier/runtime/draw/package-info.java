/** What pictures are drawn with where a machine may have no screen and no fonts. */
package dev.espalier.runtime.draw;
