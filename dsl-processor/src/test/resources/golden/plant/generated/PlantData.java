import dev.espalier.dsl.Fit;
import dev.espalier.dsl.Missing;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Unknown;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.PredictionReader;
import dev.espalier.runtime.model.RowWriter;
import dev.espalier.runtime.serve.ClassPrediction;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Where examples of {@code Plant} come from.
 *
 * <p>No {@code csv} and no {@code sql}, because no cell holds {@code picture}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class PlantData {
  private static final ExampleInfo INFO = new ExampleInfo(
      "Plant",
      "cabea32519b49794",
      List.of(
          new ExampleInfo.Feature("picture", new ExampleInfo.Encoding.Picture(28, 28, 1, Fit.EXACT,
              Normalize.STANDARDIZE, List.of(), List.of())),
          new ExampleInfo.Feature("sensors", new ExampleInfo.Encoding.Number(20,
              Normalize.STANDARDIZE, Missing.MEAN, 0, false, 0)),
          new ExampleInfo.Feature("machine", new ExampleInfo.Encoding.Category("machine"))),
      List.of(
          new ExampleInfo.Table("machine", new ExampleInfo.Rows.Learnt(0), 4, Unknown.ROW_ZERO)),
      List.of(
          new ExampleInfo.Task("defect", new ExampleInfo.Kind.MultiClass(List.of("NONE", "CRACK",
              "RUST")), 1),
          new ExampleInfo.Task("load", new ExampleInfo.Kind.Regression(1, true), 1),
          new ExampleInfo.Task("stopped", new ExampleInfo.Kind.Binary(), 1)));

  private static final ExampleCodec<Plant, PlantInput, PlantPrediction> CODEC = new Codec();

  private static final List<Plant.Defect> DEFECT_CLASSES = List.of(Plant.Defect.values());

  private PlantData() {
  }

  /**
   * How examples become columns, and outputs predictions.
   */
  static ExampleCodec<Plant, PlantInput, PlantPrediction> codec() {
    return CODEC;
  }

  /**
   * These examples.
   */
  static Dataset<Plant> of(Plant... examples) {
    return Dataset.of(List.of(examples));
  }

  /**
   * Examples that are walked over once or several times.
   */
  static Dataset<Plant> of(Iterable<Plant> examples) {
    return Dataset.of(examples);
  }

  private static final class Codec implements ExampleCodec<Plant, PlantInput, PlantPrediction> {
    @Override
    public ExampleInfo info() {
      return INFO;
    }

    @Override
    public void encode(Plant example, RowWriter row) {
      encodeInput(PlantInput.of(example), row);
      if (example.defect() != null) {
        row.label(0, example.defect().ordinal());
      }
      if (example.load() != null) {
        row.label(1, example.load());
      }
      row.label(2, example.stopped());
    }

    @Override
    public void encodeInput(PlantInput input, RowWriter row) {
      row.picture(0, input.picture());
      row.numbers(1, input.sensors());
      row.text(2, input.machine());
    }

    @Override
    public PlantPrediction decode(PredictionReader row) {
      return new PlantPrediction(
              row.has(0) ? ClassPrediction.of(DEFECT_CLASSES, row.numbers(0, 0)) : null,
              row.has(1) ? row.number(1, 0) : null,
              row.has(2) ? row.number(2, 0) : null);
    }
  }
}
