package dev.espalier.dsl;

/** How {@link UncertaintyWeighting} weighs the losses of tasks. */
public enum UncertaintyForm {
  /** Regressions and boxes by the form of regression, others by that of classification. */
  BY_KIND,

  /** {@code e^-s L / 2 + s / 2}. */
  OF_REGRESSION,

  /** {@code e^-s L + s / 2}. */
  OF_CLASSIFICATION
}
