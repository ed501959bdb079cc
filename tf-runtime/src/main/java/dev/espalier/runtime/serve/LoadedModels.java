package dev.espalier.runtime.serve;

import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.model.Combination;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ModelInfo.Needs;
import dev.espalier.runtime.session.Opening;
import dev.espalier.runtime.session.PredictedRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The models of a predictor, one or several over the same example, and what is made of theirs. */
final class LoadedModels implements AutoCloseable {
  private final ExampleInfo example;
  private final Combination combination;
  private final List<LoadedModel> models;
  private final List<Needs> needs;

  private LoadedModels(ExampleInfo example, Combination combination, List<LoadedModel> models) {
    this.example = example;
    this.combination = combination;
    this.models = List.copyOf(models);
    this.needs =
        IntStream.range(0, example.tasks().size()).mapToObj(task -> needs(models, task)).toList();
  }

  /** Loads all, or none. */
  static LoadedModels of(ExampleInfo example, Combination combination, List<Path> files) {
    List<LoadedModel> models = new ArrayList<>();
    try (Opening opening = new Opening()) {
      for (Path file : files) {
        LoadedModel model = LoadedModel.of(file, example);
        opening.onFailure(model::close);
        models.add(model);
      }
      opening.done();
    }
    return new LoadedModels(example, combination, models);
  }

  /** What any of the models needs for a task: where one can't say, nothing is said together. */
  private static Needs needs(List<LoadedModel> models, int task) {
    List<Needs> all = models.stream().map(model -> model.description().needs().get(task)).toList();
    return new Needs(
        all.stream().flatMapToInt(each -> IntStream.of(each.features())).distinct().toArray(),
        all.stream().flatMapToInt(each -> IntStream.of(each.tasks())).distinct().toArray());
  }

  /** What each task's prediction needs. */
  List<Needs> needs() {
    return needs;
  }

  /** Encodes rows for each model, to see whether that can be done. */
  void encode(RawColumns rows) {
    models.forEach(model -> model.preprocessing().encode(rows));
  }

  PredictedRows predict(RawColumns rows) {
    List<PredictedRows> predicted = models.stream().map(model -> model.predict(rows)).toList();
    return predicted.size() == 1
        ? predicted.get(0)
        : PredictedRows.combined(predicted, example.tasks(), combination);
  }

  /** The names of the models, each once. */
  String names() {
    return models.stream()
        .map(model -> model.description().model())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  @Override
  public void close() {
    models.forEach(LoadedModel::close);
  }
}
