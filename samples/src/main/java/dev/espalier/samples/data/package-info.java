/**
 * The data sets that samples read, each with the place it is published at, and what brings it from
 * there into the folder of data.
 */
package dev.espalier.samples.data;
