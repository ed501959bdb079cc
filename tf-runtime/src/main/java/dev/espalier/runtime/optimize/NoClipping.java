package dev.espalier.runtime.optimize;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Gradients as they are. */
record NoClipping() implements Clipping {

  @Override
  public boolean looksAtAll() {
    return false;
  }

  @Override
  public List<Operand<TFloat32>> clip(Ops tf, List<RawGradient> gradients) {
    return gradients.stream().map(RawGradient::value).toList();
  }
}
