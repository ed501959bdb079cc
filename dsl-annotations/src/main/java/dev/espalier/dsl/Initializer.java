package dev.espalier.dsl;

/**
 * How a kernel starts, from its fan-in and fan-out; draws depend on the trainer's seed and the
 * parameter's address alone.
 */
public enum Initializer {
  /** Uniform on +-sqrt(6 / (in + out)). Glorot and Bengio, AISTATS 2010. */
  GLOROT_UNIFORM,
  /** Normal of variance 2 / (in + out). Glorot and Bengio, AISTATS 2010. */
  GLOROT_NORMAL,
  /** Uniform on +-sqrt(6 / in). He et al., ICCV 2015. */
  HE_UNIFORM,
  /** Normal of variance 2 / in. He et al., ICCV 2015. */
  HE_NORMAL,
  /** Normal of variance 1 / in. LeCun et al., 1998. */
  LECUN_NORMAL,
  /** Uniform on +-0.05: the default of embedding tables. */
  SMALL_UNIFORM,
  /**
   * Rows of length 1 that stand at right angles to each other, or columns where those are fewer:
   * the default of recurrent kernels. Saxe et al., ICLR 2014.
   */
  ORTHOGONAL,
  /** All 0. */
  ZEROS,
  /** All 1. */
  ONES
}
