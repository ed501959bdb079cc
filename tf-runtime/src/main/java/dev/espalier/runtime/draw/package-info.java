/**
 * How results are shown: tables as text, and letters of pictures where a machine may have no screen
 * and no fonts.
 */
package dev.espalier.runtime.draw;
