package dev.espalier.runtime.train.model;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.model.SharingInfo;
import dev.espalier.runtime.session.Matrix;
import dev.espalier.runtime.sharing.LearntSharing;
import dev.espalier.runtime.sharing.SharingTable;
import dev.espalier.runtime.step.ModelSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads off a session what a sharing scheme has learnt.
 *
 * @param scheme in words, for messages
 * @param tables what there is to see
 */
record SharingInspection(String scheme, List<SharingInfo> tables, ModelSession session) {

  /** The tables, means being taken over rows. */
  LearntSharing of(EncodedRows rows) {
    if (tables.isEmpty()) {
      throw new EspalierException(
          "Of %s there is nothing to show: it learns no gates, stitches or masks. Expected a model with @MixtureOfExperts, @ProgressiveExtraction, @CrossStitch or @TaskAttention."
              .formatted(scheme));
    }
    if (rows.size() == 0) {
      throw new EspalierException("There is no example to take means over.");
    }
    Map<String, float[]> parameters =
        tables.stream().anyMatch(table -> table.source() == SharingInfo.Source.PARAMETERS)
            ? session.shown()
            : Map.of();
    return new LearntSharing(tables.stream().map(table -> table(table, rows, parameters)).toList());
  }

  private SharingTable table(SharingInfo info, EncodedRows rows, Map<String, float[]> parameters) {
    Map<String, List<Double>> byRow = new LinkedHashMap<>();
    for (SharingInfo.Row row : info.rows()) {
      List<Double> line =
          byRow.computeIfAbsent(
              row.name(),
              name -> new ArrayList<>(Collections.nCopies(info.columns().size(), Double.NaN)));
      double[] numbers = numbers(info.source(), row.path(), rows, parameters);
      for (int i = 0; i < numbers.length; i++) {
        line.set(row.columns().get(i), numbers[i]);
      }
    }
    return new SharingTable(
        info.name(), List.copyOf(byRow.keySet()), info.columns(), List.copyOf(byRow.values()));
  }

  private double[] numbers(
      SharingInfo.Source source, String path, EncodedRows rows, Map<String, float[]> parameters) {
    return switch (source) {
      case ELEMENT_MEANS -> means(session.inference().fetch(rows, session.layers().get(path)));
      case WHOLE_MEANS -> means(session.inference().fetch(rows, session.meanOf(path)));
      case PARAMETERS -> joined(parameters.get(path + ".own"), parameters.get(path + ".others"));
    };
  }

  /** Rows that lack what a stem takes are 0 throughout, which gates and masks never are. */
  private static double[] means(Matrix values) {
    double[] sums = new double[values.row(0).length];
    int rows = 0;
    for (int row = 0; row < values.rows(); row++) {
      float[] each = values.row(row);
      boolean there = false;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += each[i];
        there |= each[i] != 0;
      }
      rows += there ? 1 : 0;
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= rows;
    }
    return sums;
  }

  private static double[] joined(float[] first, float[] second) {
    double[] all = new double[first.length + second.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i < first.length ? first[i] : second[i - first.length];
    }
    return all;
  }
}
