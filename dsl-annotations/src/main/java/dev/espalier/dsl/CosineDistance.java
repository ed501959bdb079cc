package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The loss of a label whose direction counts and whose length does not, such as an embedding: 1 -
 * cos of the angle between the {@code float[]} and the prediction.
 *
 * <p>Between 0 and 2; a vector of length 0 is at 1 from all others. Elements that are NaN take no
 * part. The prediction is the vector as it leaves the head, of any length; labels are not
 * standardized.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface CosineDistance {}
