/**
 * Two related regressions on data that is made here: multi-task against independent training in
 * less than a minute, without any file.
 */
package dev.espalier.samples.quickstart;
