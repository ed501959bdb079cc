/**
 * What the samples' commands share: options, where data is found, progress, the final table and the
 * report.
 */
package dev.espalier.samples.cli;
