package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names what a layer's parameter takes by address, where its own name would not do.
 *
 * <p>{@code @From("features.age")}, {@code @From("trunk.wide")}, {@code @From("tasks.click")} (the
 * task's prediction), {@code @From("tasks.click.hidden")} (a layer of its tower).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface From {
  /** The address. */
  String value();
}
