package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an interface another model over the example, the data, the tasks and the prediction of an
 * existing one.
 *
 * <p>Sharing scheme, optimizer, balancing and modifiers that stand beside it replace those of the
 * model it varies; what does not stand there is taken over, the trunk included. It gets a trainer
 * and a graph of its own; its saved models are read by the predictor of the model it varies.
 *
 * <pre>{@code
 * @ModelOf(Census.class)
 * @IndependentTrunks
 * interface CensusApart {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ModelOf {
  /** The model whose example and tasks are used; it has a sharing annotation of its own. */
  Class<?> value();
}
