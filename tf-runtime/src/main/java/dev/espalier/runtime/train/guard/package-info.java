/**
 * What is done about a step that can't be taken because something in it is no finite number: the
 * run ends with the last good weights, leaves the batch out, or goes back.
 */
package dev.espalier.runtime.train.guard;
