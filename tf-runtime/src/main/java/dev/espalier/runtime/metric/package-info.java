/**
 * Metrics, one class each, exact over all rows of an evaluation, and what an evaluation found.
 *
 * <p>Rows count by their weight: a row of weight 2 is two equal rows, one of weight 0 is not there.
 * All sums are kept in double precision and row after row, so that the way rows are split into
 * batches changes nothing.
 *
 * <p>A value that rows don't define is NaN, never 0 and never an exception: precision when nothing
 * was predicted positive, recall without a positive label, F1 when a class was neither there nor
 * predicted, AUC when all labels are equal, R2 when they are constant. A mean over classes, labels
 * or elements is taken over those whose value is defined. scikit-learn says 0 with a warning for
 * the first three and leaves classes that neither occur nor are predicted out of a macro mean of
 * multi-class F1, as here; in multi-label F1 it counts them as 0. For AUC of one class it warns and
 * says NaN (an exception in older versions), for R2 of constant labels 0 or 1.
 *
 * <p>A new metric is a class that implements {@link dev.espalier.runtime.metric.Metric} and a line
 * in {@link dev.espalier.runtime.metric.MetricRegistry}.
 */
package dev.espalier.runtime.metric;
