package census;

import dev.espalier.runtime.model.TaskKey;
import javax.annotation.processing.Generated;

/**
 * The tasks of {@code Census}, spelt as its labels.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public enum CensusTask implements TaskKey {
  highIncome,

  maritalStatus
}
