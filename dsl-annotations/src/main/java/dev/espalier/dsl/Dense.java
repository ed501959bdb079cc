package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A dense layer: {@code x W + b}, from {@code [n]} to {@code [units]}.
 *
 * <p>Acts on the last axis. Several inputs are concatenated. The kernel {@code [n, units]} starts
 * as He-normal before a ReLU-like activation and as Glorot-uniform otherwise, the bias as 0; {@link
 * Init} replaces the kernel's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dense {
  /** Output units, at least 1; in a block also {@link Block#UNITS} and multiples of it. */
  int value();

  /** Whether the layer has a bias; it does unless said. */
  boolean bias() default true;
}
