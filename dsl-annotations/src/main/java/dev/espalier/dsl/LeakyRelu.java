package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The activation x where x &gt; 0, alpha x elsewhere.
 *
 * <p>Source: Maas et al., ICML 2013.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LeakyRelu {
  /** Alpha, the slope below 0, at least 0; 0.01 unless said. */
  double value() default 0.01;
}
