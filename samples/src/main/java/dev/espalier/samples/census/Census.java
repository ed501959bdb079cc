package dev.espalier.samples.census;

import dev.espalier.dsl.Adam;
import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.Column;
import dev.espalier.dsl.L2;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/**
 * A person of the census bureau's surveys of 1994 and 1995, and a model with two tasks: is the
 * income above 50,000 dollars, and was this person never married?
 *
 * <p>Columns are given by position, for the file has no header. Left out is column 24, the weight
 * of the survey's sampling. Codes of industries and occupations and the year are categories, not
 * quantities.
 */
@SharedTrunk(117)
@Adam
@L2(1e-4)
public record Census(
    @Column(at = 0) @Numeric int age,
    @Column(at = 1) @Categorical String workerClass,
    @Column(at = 2) @Categorical String industry,
    @Column(at = 3) @Categorical String occupation,
    @Column(at = 4) @Categorical String education,
    @Column(at = 5) @Numeric float wagePerHour,
    @Column(at = 6) @Categorical String enrolled,
    @Column(at = 8) @Categorical String majorIndustry,
    @Column(at = 9) @Categorical String majorOccupation,
    @Column(at = 10) @Categorical String race,
    @Column(at = 11) @Categorical String hispanicOrigin,
    @Column(at = 12) @Categorical String sex,
    @Column(at = 13) @Categorical String unionMember,
    @Column(at = 14) @Categorical String unemploymentReason,
    @Column(at = 15) @Categorical String employment,
    @Column(at = 16) @Numeric float capitalGains,
    @Column(at = 17) @Numeric float capitalLosses,
    @Column(at = 18) @Numeric float dividends,
    @Column(at = 19) @Categorical String taxFiler,
    @Column(at = 20) @Categorical String previousRegion,
    @Column(at = 21) @Categorical String previousState,
    @Column(at = 22) @Categorical String household,
    @Column(at = 23) @Categorical String householdSummary,
    @Column(at = 25) @Categorical String msaMove,
    @Column(at = 26) @Categorical String regionMove,
    @Column(at = 27) @Categorical String moveWithinRegion,
    @Column(at = 28) @Categorical String sameHouse,
    @Column(at = 29) @Categorical String previousSunbelt,
    @Column(at = 30) @Numeric int employees,
    @Column(at = 31) @Categorical String parents,
    @Column(at = 32) @Categorical String fatherBorn,
    @Column(at = 33) @Categorical String motherBorn,
    @Column(at = 34) @Categorical String born,
    @Column(at = 35) @Categorical String citizenship,
    @Column(at = 36) @Categorical String ownBusiness,
    @Column(at = 37) @Categorical String veteransForm,
    @Column(at = 38) @Categorical String veteransBenefits,
    @Column(at = 39) @Numeric int weeksWorked,
    @Column(at = 40) @Categorical String year,
    @Column(at = 41, yes = "50000+.") @TaskHead(hidden = 8) boolean highIncome,
    @Column(at = 7, yes = "Never married") @TaskHead(hidden = 8) boolean neverMarried) {}
