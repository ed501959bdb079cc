package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Factor of a task's mean loss in the objective, before any balancing method sees it.
 *
 * <p>Stands beside {@link TaskHead}; 1 without it. A task of weight 0 is evaluated and not trained.
 * The trainer's builder can replace it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface LossWeight {
  /** The factor, at least 0. */
  double value();
}
