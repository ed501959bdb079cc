package dev.espalier.runtime.generated;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Class files where classes were loaded from: what there is, and what they name. */
final class ClassFiles {
  private ClassFiles() {}

  /** All classes beside one, or below, in its folder of class files or its jar. */
  static List<Class<?>> around(Class<?> type) {
    try {
      Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        return load(place, type.getClassLoader());
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return load(jar.getPath("/"), type.getClassLoader());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> load(Path root, ClassLoader loader) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .map(name -> name.replace('/', '.').replace(File.separatorChar, '.'))
          .sorted()
          .<Class<?>>map(name -> load(name, loader))
          .toList();
    }
  }

  private static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a class, or one nested in it, names an annotation. */
  static boolean names(Class<?> type, Class<?> annotation) {
    String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream bytes = type.getResourceAsStream(file)) {
      String text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
      return text.contains(annotation.descriptorString())
          || Stream.of(type.getDeclaredClasses()).anyMatch(nested -> names(nested, annotation));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
