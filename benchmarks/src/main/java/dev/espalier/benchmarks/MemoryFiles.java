package dev.espalier.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;

/** Keeps what a compilation writes in memory: discs are no part of what is measured. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, Output> sources = new TreeMap<>();

  MemoryFiles(JavaFileManager files) {
    super(files);
  }

  /** The sources that a processor wrote, and forgets them. */
  List<SourceFile> takeSources() {
    List<SourceFile> taken = new ArrayList<>();
    sources.forEach(
        (name, file) -> taken.add(new SourceFile(name, file.getCharContent(true).toString())));
    sources.clear();
    return taken;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, FileObject sibling) {
    Output output = new Output(className, kind);
    if (kind == Kind.SOURCE) {
      sources.put(className, output);
    }
    return output;
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, FileObject sibling) {
    return new Output(packageName + '.' + relativeName, Kind.OTHER);
  }

  private static final class Output extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output(String name, Kind kind) {
      super(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind);
    }

    @Override
    public OutputStream openOutputStream() {
      bytes.reset();
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
