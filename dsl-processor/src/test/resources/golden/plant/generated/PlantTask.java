import dev.espalier.runtime.model.TaskKey;
import javax.annotation.processing.Generated;

/**
 * The tasks of {@code Plant}, spelt as its labels.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
enum PlantTask implements TaskKey {
  defect,

  load,

  stopped
}
