/**
 * Ten classes of small photographs, and whether each shows an animal: one convolutional trunk with
 * two heads.
 */
package dev.espalier.samples.cifar10;
