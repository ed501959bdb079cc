package dev.espalier.runtime.data.augment;

/** What training does to a feature, drawn anew for each row in each epoch. */
@FunctionalInterface
public interface Augmentation {

  /**
   * Draws what is done to one row.
   *
   * @param draws the random numbers of this row: the same for equal seed, epoch and place in it
   * @param change what is done so far, to be added to
   */
  void draw(Draws draws, Change change);
}
