package census;

import javax.annotation.processing.Generated;

/**
 * The features of {@code Census}: what a prediction is made from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public record CensusInput(float age, Float wagePerHour, float capitalGains, float capitalLosses,
    float weeksWorked, String workClass, String education, String occupation, Census.Sex sex,
    String birthCountry) {
  /**
   * The features of an example; its labels don't matter.
   */
  public static CensusInput of(Census example) {
    return new CensusInput(
            example.age(),
            example.wagePerHour(),
            example.capitalGains(),
            example.capitalLosses(),
            example.weeksWorked(),
            example.workClass(),
            example.education(),
            example.occupation(),
            example.sex(),
            example.birthCountry());
  }
}
