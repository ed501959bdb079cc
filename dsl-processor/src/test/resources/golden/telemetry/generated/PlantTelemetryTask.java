import dev.espalier.runtime.model.TaskKey;
import javax.annotation.processing.Generated;

/**
 * The tasks of {@code Telemetry}, spelt as its labels.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
enum PlantTelemetryTask implements TaskKey {
  fault
}
