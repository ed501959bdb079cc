package dev.espalier.runtime.file;

import dev.espalier.runtime.ModelFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

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
      AtomicFile.write(file, out -> Archive.write(model, out), Archive::seal);
    } catch (IOException e) {
      throw new ModelFileException(
          "Can't write the model file " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  /**
   * Reads a model and verifies all of it.
   *
   * @throws ModelFileException when the file is missing, damaged, or no model file of this version
   */
  public static SavedModel read(Path file) {
    try {
      Archive.verify(file);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        return read(zip);
      }
    } catch (NoSuchFileException e) {
      throw new ModelFileException("There is no model file " + file.toAbsolutePath() + ".", e);
    } catch (ZipException e) {
      throw new ModelFileException("The model file " + file + " is damaged: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ModelFileException(
          "Can't read the model file " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private static SavedModel read(ZipFile zip) throws IOException {
    Map<String, Object> tree = DescriptionJson.parse(bytes(zip, DESCRIPTION));
    Map<String, SavedArray> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, List<Integer>> p :
        DescriptionJson.shapes(tree, "parameters").entrySet()) {
      parameters.put(p.getKey(), array(zip, weight(p.getKey()), p.getValue()));
    }
    Map<String, SavedArray> states = new LinkedHashMap<>();
    for (Map.Entry<String, List<Integer>> s : DescriptionJson.shapes(tree, "states").entrySet()) {
      states.put(s.getKey(), array(zip, state(s.getKey()), s.getValue()));
    }
    return new SavedModel(DescriptionJson.description(tree), parameters, states, bytes(zip, GRAPH));
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    try (var in = zip.getInputStream(entry(zip, name))) {
      return in.readAllBytes();
    }
  }

  private static SavedArray array(ZipFile zip, String name, List<Integer> shape)
      throws IOException {
    try (var in = new BufferedInputStream(zip.getInputStream(entry(zip, name)))) {
      SavedArray array = NpyFormat.read(in);
      if (!array.shape().equals(shape)) {
        throw new IOException(
            "its entry "
                + name
                + " has shape "
                + array.shape()
                + ", its description says "
                + shape);
      }
      return array;
    }
  }

  private static ZipEntry entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it has no entry " + name);
    }
    return entry;
  }
}
