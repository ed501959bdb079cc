/**
 * Every pixel of a street's picture: road, car, pedestrian, sky; and which of them are in sight. A
 * U-Net whose decoder is one task's tower.
 */
package dev.espalier.samples.streets;
