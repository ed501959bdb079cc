package dev.espalier.runtime.generated;

import dev.espalier.dsl.ClipByGlobalNorm;
import dev.espalier.dsl.ClipByNorm;
import dev.espalier.dsl.ClipByValue;
import dev.espalier.dsl.ModelOf;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Sgd;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/** A model that clips, a variant that takes that over, and others that clip in another way. */
@SharedTrunk({3})
@Sgd(learningRate = 0.5)
@ClipByNorm(0.25)
record Clipped(@Numeric(length = 2) float[] x, @TaskHead float y, @TaskHead boolean positive) {

  @ModelOf(Clipped.class)
  @SharedTrunk({2})
  interface Heir {}

  @ModelOf(Clipped.class)
  @ClipByValue(0.0625)
  interface ByValue {}

  @ModelOf(Clipped.class)
  @ClipByGlobalNorm(0.5)
  interface Together {}
}
