package dev.espalier.runtime.balance;

import dev.espalier.dsl.MgdaNormalization;

/**
 * MGDA on the representation; {@link Balancing#representationMgda(MgdaNormalization)} says what it
 * is.
 *
 * @param normalization what gradients are divided by in the problem
 */
public record RepresentationMixing(MgdaNormalization normalization) implements GraphBalancing {

  @Override
  public String name() {
    return "MGDA on the representation";
  }
}
