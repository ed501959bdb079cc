package dev.espalier.runtime.data.batch;

import org.tensorflow.types.family.TType;

/** A feature that has a tensor of its own in each batch: a picture, a sequence, a sound. */
public interface TensorColumn {

  /** The tensor of some rows. */
  TType tensor(BatchRows rows);
}
