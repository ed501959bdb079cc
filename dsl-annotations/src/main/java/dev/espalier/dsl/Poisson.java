package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The loss of counts: a regression whose logit is the logarithm of a rate, and which predicts the
 * rate.
 *
 * <p>e^z - y z for the logit z and the label y, the negative logarithm of y's probability under a
 * Poisson distribution without the part that is not learnt; beyond z = 30 it goes on as a straight
 * line, and no rate is above e^30. Labels are at least 0, whole or not, and are not standardized; a
 * negative one is an error of the data. Towers that take the prediction take the logit.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Poisson {}
