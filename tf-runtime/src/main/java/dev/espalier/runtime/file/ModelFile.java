package dev.espalier.runtime.file;

import dev.espalier.runtime.ModelFileException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * A model on disk: one zip archive, of which NumPy reads the weights ({@code numpy.load(file)}).
 *
 * <pre>
 * model.json                          what the model is; statistics and vocabularies
 * weights/trunk.hidden1.kernel.npy    one array for each parameter
 * states/trunk.hidden1.mean.npy       one array for each state
 * predict.pb                          the graph for prediction, a TensorFlow GraphDef
 * </pre>
 *
 * The archive's comment holds the SHA-256 of all bytes before it. Equal models give equal bytes.
 */
public final class ModelFile {
  static final String DESCRIPTION = "model.json";
  static final String GRAPH = "predict.pb";

  private ModelFile() {}

  /** The entry of a parameter. */
  static String weight(String path) {
    return "weights/" + path + ".npy";
  }

  /** The entry of a state. */
  static String state(String path) {
    return "states/" + path + ".npy";
  }

  /**
   * Writes a model. A crash at any moment leaves the old file or the new one.
   *
   * @throws ModelFileException when the file can't be written
   */
  public static void write(Path file, SavedModel model) {
    try {
      Archive.write(file, archive -> add(model, archive));
    } catch (IOException e) {
      throw new ModelFileException(
          "Can't write the model file " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  /** Adds a model's entries to an archive, which may hold more than the model. */
  public static void add(SavedModel model, Archive archive) throws IOException {
    archive.add(DESCRIPTION, DescriptionJson.write(model));
    for (Map.Entry<String, SavedArray> parameter : model.parameters().entrySet()) {
      archive.add(weight(parameter.getKey()), parameter.getValue());
    }
    for (Map.Entry<String, SavedArray> state : model.states().entrySet()) {
      archive.add(state(state.getKey()), state.getValue());
    }
    archive.add(GRAPH, model.graph());
  }

  /**
   * Reads a model and verifies all of it.
   *
   * @throws ModelFileException when the file is missing, damaged, or no model file of this version
   */
  public static SavedModel read(Path file) {
    try (OpenArchive archive = OpenArchive.of(file)) {
      return read(archive);
    } catch (NoSuchFileException e) {
      throw new ModelFileException("There is no model file " + file.toAbsolutePath() + ".", e);
    } catch (ZipException e) {
      throw new ModelFileException("The model file " + file + " is damaged: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ModelFileException(
          "Can't read the model file " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  /** The model among an archive's entries. */
  public static SavedModel read(OpenArchive archive) throws IOException {
    Map<String, Object> tree = DescriptionJson.parse(archive.bytes(DESCRIPTION));
    Map<String, SavedArray> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, List<Integer>> p :
        DescriptionJson.shapes(tree, "parameters").entrySet()) {
      parameters.put(p.getKey(), archive.array(weight(p.getKey()), p.getValue()));
    }
    Map<String, SavedArray> states = new LinkedHashMap<>();
    for (Map.Entry<String, List<Integer>> s : DescriptionJson.shapes(tree, "states").entrySet()) {
      states.put(s.getKey(), archive.array(state(s.getKey()), s.getValue()));
    }
    return new SavedModel(
        DescriptionJson.description(tree), parameters, states, archive.bytes(GRAPH));
  }
}
