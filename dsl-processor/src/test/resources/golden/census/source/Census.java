package census;

import dev.espalier.dsl.*;

/** (a) ten features, two heads. The data file has no header: columns by position. */
@SharedTrunk({256, 128})
@Adam(learningRate = 1e-3)
public record Census(
    @Column(at = 0) @Numeric float age,
    @Column(at = 5) @Numeric(missing = Missing.MEDIAN, indicator = true) Float wagePerHour,
    @Column(at = 16) @Numeric(clip = 4) float capitalGains,
    @Column(at = 17) @Numeric(clip = 4) float capitalLosses,
    @Column(at = 39) @Numeric float weeksWorked,
    @Column(at = 1) @Categorical String workClass,
    @Column(at = 4) @Categorical String education,
    @Column(at = 9) @Categorical String occupation,
    @Column(at = 12) @Categorical(dimension = 2) Sex sex,
    @Column(at = 34) @Categorical(buckets = 64) String birthCountry,
    @Column(at = 24) @RowWeight float instanceWeight,
    @Column(at = 41, yes = "50000+.") @TaskHead boolean highIncome,
    @Column(at = 7) @TaskHead @LossWeight(0.5) MaritalStatus maritalStatus) {

  public enum Sex { FEMALE, MALE }

  public enum MaritalStatus {
    NEVER_MARRIED, DIVORCED, SEPARATED, WIDOWED,
    @Column("Married-civilian spouse present") MARRIED,
    @Column("Married-spouse absent") APART,
    @Column("Married-A F spouse present") SOLDIERS_SPOUSE
  }
}
