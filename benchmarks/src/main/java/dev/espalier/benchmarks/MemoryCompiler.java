package dev.espalier.benchmarks;

import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.ToolProvider;

/**
 * javac in this process, with or without the processor. The processor's classes are loaded once, as
 * a build that keeps its compiler does it; each compilation has processors of its own.
 */
final class MemoryCompiler {
  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final MemoryFiles files =
      new MemoryFiles(javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));
  private final List<String> options;
  private final ClassLoader processors;

  /**
   * A compiler.
   *
   * @param classPath what the models need
   * @param processorPath where the processor is
   */
  MemoryCompiler(String classPath, String processorPath) {
    options = List.of("-classpath", classPath, "--release", "17");
    processors =
        new URLClassLoader(
            urls(processorPath).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** Compiles without any processor. */
  void plain(List<SourceFile> sources) {
    call(sources, List.of());
  }

  /** Compiles with the processor, and gives what it wrote. */
  List<SourceFile> processed(List<SourceFile> sources) {
    List<Processor> found = new ArrayList<>();
    ServiceLoader.load(Processor.class, processors).forEach(found::add);
    if (found.isEmpty()) {
      throw new IllegalStateException("No annotation processor on the processor path");
    }
    call(sources, found);
    return files.takeSources();
  }

  private void call(List<SourceFile> sources, List<Processor> with) {
    StringWriter messages = new StringWriter();
    List<String> all = new ArrayList<>(options);
    if (with.isEmpty()) {
      all.add("-proc:none");
    }
    CompilationTask task = javac.getTask(messages, files, null, all, null, sources);
    if (!with.isEmpty()) {
      task.setProcessors(with);
    }
    if (!task.call()) {
      throw new IllegalStateException("The models don't compile:\n" + messages);
    }
  }

  private static List<URL> urls(String path) {
    List<URL> urls = new ArrayList<>();
    for (String entry : path.split(java.io.File.pathSeparator)) {
      try {
        urls.add(Path.of(entry).toUri().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException("No place for classes: " + entry, e);
      }
    }
    return urls;
  }
}
