package dev.espalier.runtime.balance;

/** A method whose weights follow from the inner products of a step alone. */
interface GramBalancing extends GradientBalancing {

  /** The weights of at least two gradients. */
  double[] weights(Gram gram);

  @Override
  default Mixing start(Start run) {
    return gradients -> gradients.gram().size() == 1 ? new double[] {1} : weights(gradients.gram());
  }
}
