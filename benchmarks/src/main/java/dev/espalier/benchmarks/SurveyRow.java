package dev.espalier.benchmarks;

import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.Column;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/** A row of census-income by the names of its columns: what sources are timed with. */
@SharedTrunk(117)
record SurveyRow(
    @Numeric int age,
    @Categorical String workerClass,
    @Categorical String industry,
    @Categorical String occupation,
    @Categorical String education,
    @Numeric float wagePerHour,
    @Categorical String enrolled,
    @Categorical String majorIndustry,
    @Categorical String majorOccupation,
    @Categorical String race,
    @Categorical String hispanicOrigin,
    @Categorical String sex,
    @Categorical String unionMember,
    @Categorical String unemploymentReason,
    @Categorical String employment,
    @Numeric float capitalGains,
    @Numeric float capitalLosses,
    @Numeric float dividends,
    @Categorical String taxFiler,
    @Categorical String previousRegion,
    @Categorical String previousState,
    @Categorical String household,
    @Categorical String householdSummary,
    @Categorical String msaMove,
    @Categorical String regionMove,
    @Categorical String moveWithinRegion,
    @Categorical String sameHouse,
    @Categorical String previousSunbelt,
    @Numeric int employees,
    @Categorical String parents,
    @Categorical String fatherBorn,
    @Categorical String motherBorn,
    @Categorical String born,
    @Categorical String citizenship,
    @Categorical String ownBusiness,
    @Categorical String veteransForm,
    @Categorical String veteransBenefits,
    @Numeric int weeksWorked,
    @Categorical String year,
    @TaskHead @Column(yes = "50000+.") boolean income,
    @TaskHead @Column(yes = "Never married") boolean neverMarried) {

  /** The names of its columns in files, by their positions in the file as it is published. */
  static final String COLUMNS =
      """
      trim(column00)::int as age, trim(column01) as workerClass, trim(column02) as industry,
      trim(column03) as occupation, trim(column04) as education, trim(column05)::double as
      wagePerHour, trim(column06) as enrolled, trim(column08) as majorIndustry, trim(column09)
      as majorOccupation, trim(column10) as race, trim(column11) as hispanicOrigin,
      trim(column12) as sex, trim(column13) as unionMember, trim(column14) as
      unemploymentReason, trim(column15) as employment, trim(column16)::double as capitalGains,
      trim(column17)::double as capitalLosses, trim(column18)::double as dividends,
      trim(column19) as taxFiler, trim(column20) as previousRegion, trim(column21) as
      previousState, trim(column22) as household, trim(column23) as householdSummary,
      trim(column25) as msaMove, trim(column26) as regionMove, trim(column27) as
      moveWithinRegion, trim(column28) as sameHouse, trim(column29) as previousSunbelt,
      trim(column30)::int as employees, trim(column31) as parents, trim(column32) as fatherBorn,
      trim(column33) as motherBorn, trim(column34) as born, trim(column35) as citizenship,
      trim(column36) as ownBusiness, trim(column37) as veteransForm, trim(column38) as
      veteransBenefits, trim(column39)::int as weeksWorked, trim(column40) as year,
      trim(column41) as income, trim(column07) as neverMarried
      """;
}
