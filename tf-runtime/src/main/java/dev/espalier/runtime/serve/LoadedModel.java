package dev.espalier.runtime.serve;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.file.ModelDescription;
import dev.espalier.runtime.file.ModelFile;
import dev.espalier.runtime.file.SavedModel;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.session.PredictedRows;
import dev.espalier.runtime.session.PredictionSession;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.proto.GraphDef;

/** A model of a file, ready to predict. */
record LoadedModel(
    ModelDescription description, Preprocessing preprocessing, PredictionSession session)
    implements AutoCloseable {

  /**
   * Loads a model.
   *
   * @throws ModelFileException when the file is missing, damaged, or of another example
   */
  static LoadedModel of(Path file, ExampleInfo example) {
    SavedModel model = ModelFile.read(file);
    ModelDescription description = model.description();
    if (!description.exampleHash().equals(example.hash())) {
      throw new ModelFileException(
          "The model file %s holds the model `%s` of an example with hash %s; expected hash %s of `%s`. Features, tasks or their encoding differ."
              .formatted(
                  file,
                  description.model(),
                  description.exampleHash(),
                  example.hash(),
                  example.name()));
    }
    // TensorFlow's exceptions have no root of their own: whatever a file leads to is its fault.
    try {
      return new LoadedModel(
          description,
          Preprocessing.fromTree(example, description.preprocessing()),
          open(model, example));
    } catch (RuntimeException | InvalidProtocolBufferException e) {
      throw new ModelFileException(
          "The model file " + file + " can't be used: " + e.getMessage(), e);
    }
  }

  private static PredictionSession open(SavedModel model, ExampleInfo example)
      throws InvalidProtocolBufferException {
    Map<String, float[]> values = new HashMap<>();
    model.parameters().forEach((path, array) -> values.put(path, array.values()));
    model.states().forEach((path, array) -> values.put(path, array.values()));
    return new PredictionSession(
        GraphDef.parseFrom(model.graph()), model.description().variables(), values, example);
  }

  PredictedRows predict(RawColumns rows) {
    return session.predict(preprocessing.encode(rows));
  }

  @Override
  public void close() {
    session.close();
  }
}
