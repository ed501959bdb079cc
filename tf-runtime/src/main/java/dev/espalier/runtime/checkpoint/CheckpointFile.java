package dev.espalier.runtime.checkpoint;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.file.Archive;
import dev.espalier.runtime.file.AtomicFile;
import dev.espalier.runtime.file.ModelFile;
import dev.espalier.runtime.file.OpenArchive;
import dev.espalier.runtime.file.SavedArray;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;

/**
 * A checkpoint on disk: a {@link ModelFile} with more entries, so that whatever reads a model reads
 * the model of a checkpoint.
 *
 * <pre>
 * run.json      what the run remembers; the paths and sizes of its arrays, in the order of
 * run/0.npy     the arrays: slots of the optimizer, kept weights, averages
 * </pre>
 */
public final class CheckpointFile {
  private static final String RUN = "run.json";
  private static final String FORMAT = "espalier-run";
  private static final int VERSION = 1;

  private CheckpointFile() {}

  /**
   * Writes a checkpoint. A crash at any moment leaves the old file or the new one.
   *
   * @throws ModelFileException when the file can't be written
   */
  public static void write(Path file, Checkpoint checkpoint) {
    try {
      Archive.write(
          file,
          archive -> {
            ModelFile.add(checkpoint.model(), archive);
            add(checkpoint.run(), archive);
          });
    } catch (IOException e) {
      throw new ModelFileException(
          "Can't write the checkpoint " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private static void add(RunState run, Archive archive) throws IOException {
    List<Map<String, Object>> index = new ArrayList<>();
    // In an order that is the same in every JVM.
    run.arrays()
        .forEach(
            (path, array) -> index.add(new TreeMap<>(Map.of("path", path, "size", array.length))));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", FORMAT);
    tree.put("version", VERSION);
    tree.put("state", run.values());
    tree.put("arrays", index);
    archive.add(RUN, JSON.std.asBytes(tree));
    int at = 0;
    for (float[] array : run.arrays().values()) {
      archive.add(entry(at++), new SavedArray(List.of(array.length), array));
    }
  }

  /** Numbered, for paths may hold letters that file systems refuse. */
  private static String entry(int index) {
    return "run/" + index + ".npy";
  }

  /**
   * Reads a checkpoint and verifies all of it.
   *
   * @throws ModelFileException when the file is missing, damaged, or no checkpoint of this version
   */
  public static Checkpoint read(Path file) {
    try (OpenArchive archive = OpenArchive.of(file)) {
      if (!archive.has(RUN)) {
        throw new IOException("it is a model file without a run");
      }
      return new Checkpoint(ModelFile.read(archive), run(archive));
    } catch (NoSuchFileException e) {
      throw new ModelFileException("There is no checkpoint " + file.toAbsolutePath() + ".", e);
    } catch (ZipException e) {
      throw new ModelFileException("The checkpoint " + file + " is damaged: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ModelFileException(
          "Can't read the checkpoint " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private static RunState run(OpenArchive archive) throws IOException {
    Map<String, Object> tree = JSON.std.mapFrom(archive.bytes(RUN));
    if (!FORMAT.equals(tree.get("format"))
        || !Integer.valueOf(VERSION).equals(tree.get("version"))) {
      throw new IOException(
          "its run is %s version %s, this version of Espalier reads %s version %d"
              .formatted(tree.get("format"), tree.get("version"), FORMAT, VERSION));
    }
    RunState whole = RunState.of(tree, Map.of());
    Map<String, float[]> arrays = new LinkedHashMap<>();
    for (RunState array : whole.parts("arrays")) {
      int size = (int) array.count("size");
      arrays.put(array.text("path"), archive.array(entry(arrays.size()), List.of(size)).values());
    }
    return RunState.of(whole.part("state").values(), arrays);
  }
}
