package dev.espalier.runtime.checkpoint;

import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of a run, one file for each, named by the steps that it had taken: {@code
 * step-000000000120.espalier}; and {@code best.espalier} where the best one is kept.
 */
public final class CheckpointFolder {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);
  private static final Pattern NAME = Pattern.compile("step-(\\d{12})\\.espalier");
  private static final Pattern DRAFT =
      Pattern.compile("\\.(step-\\d{12}|best)\\.espalier\\..*\\.tmp");
  private static final String BEST = "best.espalier";

  private final Path folder;

  /** The checkpoints in a folder, which need not exist yet. */
  public CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder if it is not there, and removes what was being written when an earlier run was
   * killed.
   *
   * @throws ModelFileException when there can be no such folder
   */
  public void open() {
    try {
      Files.createDirectories(folder);
      for (Path draft : named(DRAFT)) {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new ModelFileException(
          "Can't write checkpoints to %s: %s. Expected a folder, or a name that nothing has yet."
              .formatted(
                  folder, Files.isRegularFile(folder) ? "it is a file" : AtomicFile.reason(e)),
          e);
    }
  }

  /** Writes a checkpoint and returns its file; there is the whole of it or none. */
  public Path write(long steps, Checkpoint checkpoint) {
    Path file = folder.resolve(name(steps));
    CheckpointFile.write(file, checkpoint);
    return file;
  }

  /** Writes the checkpoint of the best weights and returns its file. */
  public Path writeBest(Checkpoint checkpoint) {
    Path file = folder.resolve(BEST);
    CheckpointFile.write(file, checkpoint);
    return file;
  }

  /**
   * Removes old checkpoints, of which the best is none.
   *
   * @param count how many stay
   * @param newest the steps of the newest of them; what has more steps is not looked at
   */
  public void keepLast(int count, long newest) {
    try {
      List<Path> upToNewest = newestFirst().stream().filter(file -> steps(file) <= newest).toList();
      for (Path old : upToNewest.stream().skip(count).toList()) {
        Files.deleteIfExists(old);
      }
    } catch (IOException e) {
      LOG.warn("Can't remove an old checkpoint: {}", AtomicFile.reason(e), e);
    }
  }

  /**
   * The newest checkpoint that is whole; empty where the folder has none. Those that are damaged
   * are told in a warning.
   *
   * @throws ModelFileException when there are some, and all are damaged
   */
  public Optional<Checkpoint> newest() {
    Optional<ModelFileException> last = Optional.empty();
    for (Path file : files()) {
      try {
        return Optional.of(CheckpointFile.read(file));
      } catch (ModelFileException e) {
        LOG.warn("{} The one before it is taken.", e.getMessage());
        last = Optional.of(e);
      }
    }
    if (last.isPresent()) {
      throw last.get();
    }
    return Optional.empty();
  }

  /**
   * The newest checkpoint that is whole.
   *
   * @throws ModelFileException when there is none
   */
  public Checkpoint requireNewest() {
    return newest()
        .orElseThrow(
            () ->
                new ModelFileException(
                    "There is no checkpoint in %s. Expected a file such as %s."
                        .formatted(folder.toAbsolutePath(), name(120))));
  }

  /**
   * Refuses a folder that holds checkpoints of an earlier run.
   *
   * @throws ModelFileException when it does
   */
  public void requireNone() {
    List<Path> files = files();
    if (!files.isEmpty()) {
      throw new ModelFileException(
          "The folder %s holds checkpoints of an earlier run, such as %s. Go on with it by resume(...) or Checkpoints.resumingIfThere(), or choose another folder."
              .formatted(folder, files.get(0).getFileName()));
    }
  }

  private List<Path> files() {
    try {
      return Files.isDirectory(folder) ? newestFirst() : List.of();
    } catch (IOException e) {
      throw new ModelFileException(
          "Can't read the checkpoints in " + folder + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private static String name(long steps) {
    return "step-%012d.espalier".formatted(steps);
  }

  private List<Path> newestFirst() throws IOException {
    return named(NAME).stream()
        .sorted(Comparator.comparing(CheckpointFolder::steps).reversed())
        .toList();
  }

  private List<Path> named(Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> pattern.matcher(file.getFileName().toString()).matches())
          .toList();
    }
  }

  private static long steps(Path file) {
    Matcher matcher = NAME.matcher(file.getFileName().toString());
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
  }
}
