package shop;

import dev.espalier.runtime.serve.ClassPrediction;
import dev.espalier.runtime.serve.LabelsPrediction;
import javax.annotation.processing.Generated;

/**
 * What is predicted for one {@code Shop}: probabilities, and values in the labels' own units. Null where features that a task needs were absent.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public record ShopPrediction(Float click, Float buy, Float buyGivenClick,
    ClassPrediction<Shop.Colour> next, ClassPrediction<Integer> rating, Float paid, float[] delays,
    float[] flags, LabelsPrediction<Shop.Colour> bought) {
}
