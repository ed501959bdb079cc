package dev.espalier.runtime.train.model;

import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.transfer.Transfer;
import dev.espalier.runtime.transfer.TransferReport;
import dev.espalier.runtime.transfer.Transferred;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a model starts with: what its initializers say, and what is taken over from other models.
 *
 * @param values by path
 * @param reports what became of each transfer
 */
record StartValues(Map<String, float[]> values, List<TransferReport> reports) {
  private static final Logger LOG = LoggerFactory.getLogger(StartValues.class);

  /** Refuses transfers to parts that the model does not have. */
  static void requireParts(ModelInfo info, TrainingOptions options) {
    List<String> parts = Freezing.parts(info);
    options.transfers().forEach(t -> Addresses.requireKnown("part(...)", t.parts(), parts));
  }

  /** Those of a session. */
  static StartValues of(ModelSession session, ModelInfo info, TrainingOptions options) {
    Map<String, float[]> values = session.plan().initialValues(info, options.schedule().seed());
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    session.plan().all().stream()
        .flatMap(variable -> variable.members().stream())
        .forEach(member -> shapes.put(member.path(), member.shape()));
    List<TransferReport> reports = new ArrayList<>();
    for (Transfer transfer : options.transfers()) {
      TransferReport report =
          Transferred.into(values, shapes, info, session.preprocessing()::learntValues, transfer);
      LOG.info("{}", report);
      reports.add(report);
    }
    return new StartValues(values, List.copyOf(reports));
  }
}
