package dev.espalier.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelSourcesTest {

  @Test
  void theModelsAreOfTheSizeOfCensusAndCompile() {
    List<SourceFile> models = ModelSources.models(2);
    assertThat(models)
        .extracting(model -> model.toUri().getPath())
        .containsExactly("/census/Census0.java", "/census/Census1.java");
    assertThat(models.get(1).getCharContent(true).toString().split("@Numeric |@Categorical "))
        .hasSize(41);
    MemoryCompiler compiler = compiler();
    assertThatCode(() -> compiler.plain(models)).doesNotThrowAnyException();
  }

  @Test
  void aModelThatDoesNotCompileIsNoMeasurement() {
    MemoryCompiler compiler = compiler();
    List<SourceFile> wrong = List.of(new SourceFile("census.Wrong", "class Wrong { Lost lost; }"));
    assertThatThrownBy(() -> compiler.plain(wrong)).hasMessageContaining("cannot find symbol");
  }

  @Test
  void withoutProcessorThereIsNothingToMeasure() {
    MemoryCompiler compiler = compiler();
    assertThatThrownBy(() -> compiler.processed(ModelSources.models(1)))
        .hasMessageContaining("No annotation processor");
  }

  private static MemoryCompiler compiler() {
    return new MemoryCompiler(System.getProperty("java.class.path"), "nowhere.jar");
  }
}
