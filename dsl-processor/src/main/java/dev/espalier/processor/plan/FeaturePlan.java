package dev.espalier.processor.plan;

import dev.espalier.processor.read.Component;

/** A feature: where its value comes from and how it enters the network. */
public record FeaturePlan(Component component, Encoding encoding) {

  /** The component's name. */
  public String name() {
    return component.name();
  }
}
