package dev.espalier.runtime.train.model;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.export.ModelExport;
import dev.espalier.runtime.file.ModelDescription;
import dev.espalier.runtime.file.ModelFile;
import dev.espalier.runtime.file.SavedArray;
import dev.espalier.runtime.file.SavedModel;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.session.FiniteValues;
import dev.espalier.runtime.session.Opening;
import dev.espalier.runtime.session.PredictionGraph;
import dev.espalier.runtime.session.VariablePlan;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.session.VariableSpec.Member;
import dev.espalier.runtime.step.ModelSession;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The way of a model between its session and a file. */
final class SavedModels {
  private SavedModels() {}

  /** Writes a session's model. */
  static void save(Path file, GeneratedModel<?, ?, ?> model, ModelInfo info, ModelSession session) {
    Map<String, float[]> values = finite(file, info, session);
    ModelFile.write(file, of(info, session, values, graph(model, session)));
  }

  /** The serialized graph for prediction. */
  static byte[] graph(GeneratedModel<?, ?, ?> model, ModelSession session) {
    return PredictionGraph.serialize(model, session.plan(), session.preprocessing());
  }

  /**
   * A session's model.
   *
   * @param values of all parameters and states, by path
   * @param graph for prediction, serialized
   */
  static SavedModel of(
      ModelInfo info, ModelSession session, Map<String, float[]> values, byte[] graph) {
    VariablePlan plan = session.plan();
    ModelDescription description =
        new ModelDescription(
            info.name(),
            info.sharing(),
            info.hash(),
            session.preprocessing().info().hash(),
            info.needs(),
            plan.all().stream()
                .map(variable -> variable.members().stream().map(Member::path).toList())
                .toList(),
            session.preprocessing().toTree());
    return new SavedModel(
        description, arrays(plan.parameters(), values), arrays(plan.states(), values), graph);
  }

  private static Map<String, float[]> finite(Path place, ModelInfo info, ModelSession session) {
    Map<String, float[]> values = session.shown();
    FiniteValues.firstNotFinite(values)
        .ifPresent(
            path -> {
              throw new TrainingException(
                  "`%s` holds a number that is not finite; %s was not saved, and nothing was written to %s. A smaller learning rate helps where a run diverges."
                      .formatted(path, info.name(), place));
            });
    return values;
  }

  /** Writes a session's model as a SavedModel. */
  static void export(
      Path folder, GeneratedModel<?, ?, ?> model, ModelInfo info, ModelSession session) {
    VariablePlan plan = session.plan();
    Map<String, SavedArray> arrays = arrays(plan.all(), finite(folder, info, session));
    ModelExport.write(folder, model, plan, session.preprocessing(), arrays);
  }

  private static Map<String, SavedArray> arrays(
      List<VariableSpec> variables, Map<String, float[]> values) {
    Map<String, SavedArray> arrays = new LinkedHashMap<>();
    for (VariableSpec variable : variables) {
      for (Member member : variable.members()) {
        arrays.put(member.path(), new SavedArray(member.shape(), values.get(member.path())));
      }
    }
    return arrays;
  }

  /**
   * Reads a model and opens a session with it; nothing is opened for a file that does not fit.
   *
   * @param open makes a session for statistics and vocabularies
   */
  static ModelSession load(
      Path file, ExampleInfo example, ModelInfo info, Function<Preprocessing, ModelSession> open) {
    return open(file, ModelFile.read(file), example, info, open);
  }

  /**
   * Opens a session with a model; none is opened for one that does not fit.
   *
   * @param file that it was read from, for messages
   * @param open makes a session for statistics and vocabularies
   */
  static ModelSession open(
      Path file,
      SavedModel saved,
      ExampleInfo example,
      ModelInfo info,
      Function<Preprocessing, ModelSession> open) {
    ModelDescription description = saved.description();
    if (!description.modelHash().equals(info.hash())
        || !description.exampleHash().equals(example.hash())) {
      throw new ModelFileException(
          "The model file %s holds `%s` (%s) with hash %s for an example with hash %s; expected `%s` (%s) with hash %s for an example with hash %s. The class has changed since, or it is another model's file."
              .formatted(
                  file,
                  description.model(),
                  description.sharing(),
                  description.modelHash(),
                  description.exampleHash(),
                  info.name(),
                  info.sharing(),
                  info.hash(),
                  example.hash()));
    }
    Preprocessing preprocessing = preprocessing(file, example, description);
    VariablePlan plan = VariablePlan.of(info, preprocessing::rows);
    Map<String, float[]> values = new HashMap<>();
    values.putAll(fitting(file, plan.parameters(), saved.parameters()));
    values.putAll(fitting(file, plan.states(), saved.states()));
    try (Opening opening = new Opening()) {
      ModelSession session = open.apply(preprocessing);
      opening.onFailure(session::close);
      session.start(values);
      opening.done();
      return session;
    }
  }

  private static Preprocessing preprocessing(
      Path file, ExampleInfo example, ModelDescription description) {
    try {
      return Preprocessing.fromTree(example, description.preprocessing());
    } catch (EspalierException e) {
      throw new ModelFileException(
          "The model file " + file + " can't be used: " + e.getMessage(), e);
    }
  }

  /** The arrays that the plan needs, of the shapes that it needs. */
  private static Map<String, float[]> fitting(
      Path file, List<VariableSpec> variables, Map<String, SavedArray> arrays) {
    Map<String, float[]> values = new HashMap<>();
    for (VariableSpec variable : variables) {
      for (Member member : variable.members()) {
        Optional<SavedArray> found = Optional.ofNullable(arrays.get(member.path()));
        if (!found.map(SavedArray::shape).equals(Optional.of(member.shape()))) {
          throw new ModelFileException(
              "The model file %s has %s for `%s`; expected shape %s."
                  .formatted(
                      file,
                      found.map(array -> "shape " + array.shape()).orElse("nothing"),
                      member.path(),
                      member.shape()));
        }
        values.put(member.path(), found.orElseThrow().values());
      }
    }
    return values;
  }
}
