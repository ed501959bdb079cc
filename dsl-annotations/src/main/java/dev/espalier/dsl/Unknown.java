package dev.espalier.dsl;

/** What happens to a category that the training set did not have. */
public enum Unknown {
  /** It takes row 0 of the table, which missing values share. */
  ROW_ZERO,
  /** Reading it is an error that names the row, the feature and the value. */
  REFUSED
}
