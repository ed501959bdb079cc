/**
 * What the training set teaches before the first step: means and deviations, the balance of
 * classes, vocabularies, and the rows of tables that categories have.
 */
package dev.espalier.runtime.data.statistics;
