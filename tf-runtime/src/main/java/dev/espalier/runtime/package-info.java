/**
 * The runtime of generated models: one package for each station of the way from data to prediction.
 */
package dev.espalier.runtime;
