package dev.espalier.processor.golden;

import dev.espalier.processor.EspalierProcessor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * One compilation with the processor: classes of what has no errors, and the text of what was
 * generated.
 *
 * <p>The runtime is built after this module: generated files don't compile here, and what is said
 * of them is left out.
 */
final class Build {
  private final JavaCompiler compiler;
  private final Path folder;
  private final List<Path> classPath = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();

  private Build(JavaCompiler compiler, Path folder) {
    this.compiler = compiler;
    this.folder = folder;
  }

  static Build javac(Path folder) {
    return new Build(ToolProvider.getSystemJavaCompiler(), folder);
  }

  static Build eclipse(Path folder) {
    return new Build(new EclipseCompiler(), folder);
  }

  /** Adds class files of an earlier compilation. */
  Build on(Path classes) {
    classPath.add(classes);
    return this;
  }

  Build option(String option) {
    options.add(option);
    return this;
  }

  /** Adds a processor, before that of the language. */
  Build with(Processor processor) {
    processors.add(processor);
    return this;
  }

  /**
   * What came of it.
   *
   * @param generated the text of each generated file by its path
   * @param errors in files that were not generated
   */
  record Result(Map<String, String> generated, List<String> errors) {}

  /** Compiles files, and returns what was generated. */
  Result run(List<Path> sources) {
    return compile(sources, true);
  }

  /** Compiles texts by their paths. */
  Result run(Map<String, String> texts) {
    return compile(write(texts), true);
  }

  /** Compiles texts to class files without the processor. */
  void classes(Map<String, String> texts) {
    Result result = compile(write(texts), false);
    if (!result.errors().isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", result.errors()));
    }
  }

  private List<Path> write(Map<String, String> texts) {
    List<Path> sources = new ArrayList<>();
    texts.forEach(
        (name, text) -> {
          try {
            Path file = folder.resolve("source").resolve(name);
            Files.createDirectories(file.getParent());
            sources.add(Files.writeString(file, text));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return sources;
  }

  private Result compile(List<Path> sources, boolean processing) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      Path generated = Files.createDirectories(folder.resolve("generated"));
      Path classes = Files.createDirectories(folder.resolve("classes"));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, wholeClassPath());
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              Writer.nullWriter(),
              files,
              diagnostics,
              allOptions(processing),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      if (processing) {
        List<Processor> all = new ArrayList<>(processors);
        all.add(new EspalierProcessor());
        task.setProcessors(all);
      }
      task.call();
      List<String> errors =
          diagnostics.getDiagnostics().stream()
              .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
              .filter(each -> !isIn(generated, each))
              .map(each -> each.getMessage(Locale.ROOT))
              .toList();
      return new Result(texts(generated), errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> allOptions(boolean processing) {
    List<String> all = new ArrayList<>(options);
    all.addAll(
        compiler instanceof EclipseCompiler
            ? List.of("-source", "17", "-target", "17", "-nowarn")
            : List.of("--release", "17", "-Xlint:none"));
    all.add(processing ? "-proc:only" : "-proc:none");
    return all;
  }

  private List<Path> wholeClassPath() {
    List<Path> whole = new ArrayList<>(classPath);
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.contains("dsl-annotations"))
        .map(Path::of)
        .forEach(whole::add);
    return whole;
  }

  private static boolean isIn(Path generated, Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    return source != null && Path.of(source.toUri()).startsWith(generated);
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        texts.put(name, Files.readString(file));
      }
    }
    return texts;
  }
}
