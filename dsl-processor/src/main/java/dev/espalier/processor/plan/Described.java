package dev.espalier.processor.plan;

import java.util.List;

/** Something that the runtime's {@code ExampleInfo} says by a record of its own. */
public interface Described {

  /** The simple name of that record: {@code Number}. */
  String type();

  /**
   * What its constructor takes: numbers, truth values, texts, {@link Constant}s, lists of texts and
   * of {@link Operation}s.
   */
  List<Object> settings();
}
