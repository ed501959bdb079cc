package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameter names of the networks of a file; written by the processor, not by users.
 *
 * <p>Class files lose the parameter names of abstract methods, and in this language they are the
 * wiring. Each compilation writes what it sees, so that incremental builds and libraries keep it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Wires {
  /**
   * A line for each layer: {@code Trunk#wide(in)}, the network by its binary name without the
   * package.
   */
  String[] value();
}
