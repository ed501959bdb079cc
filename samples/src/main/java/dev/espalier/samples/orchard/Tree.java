package dev.espalier.samples.orchard;

import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/**
 * A tree by the light that its leaves reflect, and what is to be known of it; labels are null where
 * nobody looked.
 *
 * @param spectrum what is measured of every tree
 * @param healthy whether it is
 * @param variety which it is
 * @param harvest how much it bears, in boxes
 */
@SharedTrunk({64, 32})
public record Tree(
    @Numeric(length = 12, normalize = Normalize.UNCHANGED) float[] spectrum,
    @TaskHead Boolean healthy,
    @TaskHead Variety variety,
    @TaskHead Float harvest) {

  /** What grows here. */
  public enum Variety {
    APPLE,
    PEAR,
    QUINCE
  }
}
