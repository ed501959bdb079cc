package dev.espalier.runtime.data;

import org.tensorflow.types.family.TType;

/** A feature that has a tensor of its own in each batch: a picture, a sequence, a sound. */
interface TensorColumn {

  /** The tensor of some rows. */
  TType tensor(BatchRows rows);
}
