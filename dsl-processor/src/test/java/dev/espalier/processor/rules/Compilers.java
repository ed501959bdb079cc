package dev.espalier.processor.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * Compiles sources with the processor and says what was wrong with them.
 *
 * <p>Errors in generated files are left out: they use the runtime, which is built after this module
 * and is not on its class path.
 */
record Compilers(JavaCompiler compiler, Path output) {

  /** The JDK's compiler. */
  static Compilers javac(Path output) {
    return new Compilers(ToolProvider.getSystemJavaCompiler(), output);
  }

  /** The Eclipse compiler. */
  static Compilers eclipse(Path output) {
    return new Compilers(new EclipseCompiler(), output);
  }

  /** The errors of a compilation with the processor, in the order in which they were printed. */
  List<Found> errors(List<Path> sources, Processor processor) {
    return compile(sources, Optional.of(processor));
  }

  /** Compiles a library that others use; it has no mistakes. */
  void library(List<Path> sources) {
    List<Found> errors = compile(sources, Optional.empty());
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException("The library does not compile: " + errors);
    }
  }

  private List<Found> compile(List<Path> sources, Optional<Processor> processor) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      Path generated = Files.createDirectories(output.resolve("generated"));
      Path classes = Files.createDirectories(output.resolve("classes"));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath(classes));
      List<String> options =
          List.of("--release", "17", processor.isPresent() ? "-Xlint:none" : "-proc:none");
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              Writer.nullWriter(),
              files,
              diagnostics,
              options.subList(compiler instanceof EclipseCompiler ? 2 : 0, options.size()),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      processor.ifPresent(it -> task.setProcessors(List.of(it)));
      task.call();
      return diagnostics.getDiagnostics().stream()
          .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
          .map(Found::of)
          .filter(found -> found.source().filter(it -> it.startsWith(generated)).isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> classPath(Path classes) {
    List<Path> path = new ArrayList<>(List.of(classes));
    for (String entry :
        System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
      if (entry.contains("dsl-annotations")) {
        path.add(Path.of(entry));
      }
    }
    return path;
  }
}
