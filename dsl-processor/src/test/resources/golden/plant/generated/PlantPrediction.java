import dev.espalier.runtime.serve.ClassPrediction;
import javax.annotation.processing.Generated;

/**
 * What is predicted for one {@code Plant}: probabilities, and values in the labels' own units. Null where features that a task needs were absent.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
record PlantPrediction(ClassPrediction<Plant.Defect> defect, Float load, Float stopped) {
}
