package dev.espalier.runtime.data.text;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.file.DataFile;
import dev.espalier.runtime.data.file.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sentences in a file of the CoNLL-U format, <a
 * href="https://universaldependencies.org/format.html">universaldependencies.org/format.html</a>.
 *
 * <p>Syntactic words are read; lines of multiword tokens ({@code 3-4}) and of empty nodes ({@code
 * 5.1}), which repeat or add to them, are passed over. Several blank lines are as one; comments
 * without words are an error, and so is a line that isn't as the format wants it.
 */
public final class Treebank {
  private final String name;
  private final Content content;

  private Treebank(String name, Content content) {
    this.name = name;
    this.content = content;
  }

  /** The sentences of a file. */
  public static Treebank of(Path file) {
    return new Treebank(String.valueOf(file.getFileName()), () -> bytes(file));
  }

  /**
   * The sentences of a file in a folder or zip archive.
   *
   * @param file its path within the root
   */
  public static Treebank of(Path root, String file) {
    FileTree tree = new FileTree(root);
    return new Treebank(tree.name() + "/" + file, () -> bytes(tree, file));
  }

  /** One example for each sentence, in order. */
  public <E> Dataset<E> map(Function<? super Sentence, ? extends E> reader) {
    return new Sentences<>(name, content, reader);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new DataException(
          "%s: found no file at %s, expected one to read"
              .formatted(file.getFileName(), file.toAbsolutePath()),
          e);
    } catch (IOException e) {
      throw new DataException(file.getFileName() + ": could not be read: " + e, e);
    }
  }

  private static byte[] bytes(FileTree tree, String path) {
    return tree.read(
        "",
        files -> {
          List<DataFile> found =
              files.stream()
                  .filter(file -> file.path().equals(path) || file.path().endsWith("/" + path))
                  .toList();
          if (found.size() != 1) {
            throw new DataException(
                "%s: found %d files named %s, expected one; there are: %s"
                    .formatted(tree.name(), found.size(), path, some(files)));
          }
          return found.get(0).bytes();
        });
  }

  private static String some(List<DataFile> files) {
    String names = files.stream().limit(8).map(DataFile::path).collect(Collectors.joining(", "));
    return files.size() > 8 ? names + ", ..." : names;
  }

  /** Gets the bytes of the file. */
  private interface Content {
    byte[] bytes();
  }

  private record Sentences<E>(
      String name, Content content, Function<? super Sentence, ? extends E> reader)
      implements Dataset<E> {
    @Override
    public void read(Consumer<? super E> consumer) {
      ConlluParser parser = new ConlluParser(name, content.bytes());
      while (parser.hasNext()) {
        consumer.accept(example(parser.next(), parser.line()));
      }
    }

    private E example(Sentence sentence, int line) {
      String place = "%s, sentence before line %d".formatted(name, line);
      E example;
      try {
        example = reader.apply(sentence);
      } catch (RuntimeException e) {
        String what = e.getMessage() == null ? e.toString() : e.getMessage();
        throw new DataException(place + ": no example could be made of it: " + what, e);
      }
      if (example == null) {
        throw new DataException(place + ": found null, expected an example");
      }
      return example;
    }
  }
}
