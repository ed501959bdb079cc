package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Learns a yes-or-no task as P(condition) times P(this | condition), over all rows.
 *
 * <p>{@code @TaskHead @Given("click") boolean buy}: the head of {@code buy} predicts P(buy |
 * click), the loss compares P(click) P(buy | click) with the label over all rows, and both are
 * predicted, as {@code buy} and {@code buyGivenClick}. So the head learns from clicked and other
 * rows without the selection bias of learning from the clicked alone.
 *
 * <p>Source: Ma et al., <em>Entire Space Multi-Task Model</em>, SIGIR 2018.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Given {
  /** The task that is the condition; it and this one are binary. */
  String value();
}
