package dev.espalier.processor.layer;

/** What a layer annotation does within a line; a line is written, and runs, in this order. */
public enum Role {
  /** Takes inputs and makes a value: {@code @Dense}, {@code @Add}. */
  OPERATION,
  /** Brings to a common scale: {@code @BatchNorm}. */
  NORMALISATION,
  /** Bends: {@code @Relu}. */
  ACTIVATION,
  /** Leaves out: {@code @Dropout}. */
  DROPOUT
}
