package dev.espalier.samples.serve;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.espalier.samples.census.CensusInput;
import dev.espalier.samples.census.CensusPrediction;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Census rows and predictions as JSON. */
final class CensusJson {
  private CensusJson() {}

  /** The features of a row, each under the name of its component. */
  static CensusInput input(Fields row) throws Refusal {
    CensusInput input =
        new CensusInput(
            row.integer("age"),
            row.text("workerClass"),
            row.text("industry"),
            row.text("occupation"),
            row.text("education"),
            row.number("wagePerHour"),
            row.text("enrolled"),
            row.text("majorIndustry"),
            row.text("majorOccupation"),
            row.text("race"),
            row.text("hispanicOrigin"),
            row.text("sex"),
            row.text("unionMember"),
            row.text("unemploymentReason"),
            row.text("employment"),
            row.number("capitalGains"),
            row.number("capitalLosses"),
            row.number("dividends"),
            row.text("taxFiler"),
            row.text("previousRegion"),
            row.text("previousState"),
            row.text("household"),
            row.text("householdSummary"),
            row.text("msaMove"),
            row.text("regionMove"),
            row.text("moveWithinRegion"),
            row.text("sameHouse"),
            row.text("previousSunbelt"),
            row.integer("employees"),
            row.text("parents"),
            row.text("fatherBorn"),
            row.text("motherBorn"),
            row.text("born"),
            row.text("citizenship"),
            row.text("ownBusiness"),
            row.text("veteransForm"),
            row.text("veteransBenefits"),
            row.integer("weeksWorked"),
            row.text("year"));
    row.requireNoOthers();
    return input;
  }

  /** A prediction, or the array of several. */
  static byte[] output(boolean several, List<CensusPrediction> predictions) throws IOException {
    List<Map<String, Object>> rows = predictions.stream().map(CensusJson::output).toList();
    return JSON.std.asBytes(several ? rows : rows.get(0));
  }

  private static Map<String, Object> output(CensusPrediction prediction) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("highIncome", prediction.highIncome());
    tree.put("neverMarried", prediction.neverMarried());
    return tree;
  }
}
