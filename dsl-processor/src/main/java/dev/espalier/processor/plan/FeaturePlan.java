package dev.espalier.processor.plan;

import dev.espalier.processor.read.Component;
import java.util.List;

/**
 * A feature.
 *
 * @param component where its value comes from
 * @param encoding how it enters the network
 * @param writing how generated code hands a value over
 * @param augmentations what training does to it, as calls of the runtime's {@code Augmentations}
 * @param mayBeAbsent whether a row may lack it as a whole
 */
public record FeaturePlan(
    Component component,
    Encoding encoding,
    Writing writing,
    List<Operation> augmentations,
    boolean mayBeAbsent) {

  /** The component's name. */
  public String name() {
    return component.name();
  }
}
