package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps parameters as they are: what it stands on is applied and never updated.
 *
 * <p>Moving statistics of frozen parts stand still too. The trainer's builder can freeze and thaw
 * at run time.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface Frozen {
  /**
   * On a model the parts that are frozen, by address, as in {@code @Frozen("trunk.wide")};
   * elsewhere empty.
   */
  String[] value() default {};
}
