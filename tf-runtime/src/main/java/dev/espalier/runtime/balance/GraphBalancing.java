package dev.espalier.runtime.balance;

/**
 * A method that balances tasks within the one run that a step then takes, in single precision: what
 * is here are its settings, and TensorFlow does the rest.
 *
 * <p>As in {@link GradientBalancing}, what one task alone reaches gets that task's own gradient,
 * and a batch may lack tasks.
 */
public sealed interface GraphBalancing extends Balancing
    permits SignDropping, RepresentationMixing {}
