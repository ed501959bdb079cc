package dev.espalier.runtime.data.split;

/** Which part of a split a row belongs to. */
public enum SplitPart {
  /** It is learnt from. */
  TRAIN,
  /** It is evaluated on while a model learns. */
  VALIDATION,
  /** It is evaluated on at the end, once. */
  TEST
}
