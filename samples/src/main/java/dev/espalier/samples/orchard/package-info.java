/**
 * Three tasks of different kinds that are measured on different trees: a file for each task, or one
 * table with 70 % of the labels missing; made here, without any download.
 */
package dev.espalier.samples.orchard;
