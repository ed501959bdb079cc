package dev.espalier.processor.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.processor.EspalierProcessor;
import dev.espalier.processor.GeneratedMark;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets to see {@code @Generated}, and that nobody is asked who reads it. */
class GeneratedMarkTest {
  private static final String MODEL =
      """
      @dev.espalier.dsl.SharedTrunk({4})
      record Shop(@dev.espalier.dsl.Numeric float a, @dev.espalier.dsl.TaskHead boolean b) {}
      """;

  private static final String OTHERS =
      "@javax.annotation.processing.Generated(\"another\") class Made {}";

  @TempDir Path folder;

  /** Reads the mark, after the processors of the language. */
  private static final class Reader extends AbstractProcessor {
    private final List<String> seen = new ArrayList<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("javax.annotation.processing.Generated");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      annotations.forEach(
          each ->
              round
                  .getElementsAnnotatedWith(each)
                  .forEach(element -> seen.add(element.getSimpleName().toString())));
      return false;
    }
  }

  @Test
  void nobodyIsAskedWhoReadsWhatWeWrite() throws IOException {
    assertThat(warnings(new Reader(), MODEL)).noneMatch(text -> text.contains("No processor"));
  }

  @Test
  void anotherProcessorSeesTheMarkOfAnother() throws IOException {
    Reader reader = new Reader();
    warnings(reader, MODEL + OTHERS);
    assertThat(reader.seen).containsExactly("Made");
  }

  private List<String> warnings(Reader reader, String text) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              Writer.nullWriter(),
              files,
              found,
              List.of("-proc:only", "-Xlint:all", "-d", folder.toString()),
              null,
              files.getJavaFileObjects(Files.writeString(folder.resolve("Shop.java"), text)));
      task.setProcessors(List.of(new EspalierProcessor(), new GeneratedMark(), reader));
      task.call();
    }
    assertThat(Files.exists(folder.resolve("ShopGraph.java"))).isTrue();
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() != Diagnostic.Kind.ERROR)
        .map(each -> each.getMessage(Locale.ROOT))
        .toList();
  }
}
