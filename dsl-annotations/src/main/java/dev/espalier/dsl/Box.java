package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a {@code float[]} label is a box in a picture: the centre's x and y, width and height,
 * each as a part of the picture's width or height, from 0 at the left and top to 1.
 *
 * <p>The head gives numbers from 0 to 1, by a sigmoid; the loss is {@link Huber} unless another
 * stands there. Where the model has several pictures, {@link TaskHead#along} names the one. Flips
 * and crops of the picture in training move the box along; one that a crop leaves nothing of is
 * missing in that step. A picture that is brought to size by {@link Fit#COVER} or {@link
 * Fit#CONTAIN} does not, and is an error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Box {}
