package lines;

import dev.espalier.runtime.model.TaskKey;
import javax.annotation.processing.Generated;

/**
 * The tasks of {@code Loan}, spelt as its labels.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public enum LoanTask implements TaskKey {
  rich,

  repaid
}
