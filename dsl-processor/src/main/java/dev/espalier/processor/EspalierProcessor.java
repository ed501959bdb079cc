package dev.espalier.processor;

import com.google.auto.service.AutoService;
import dev.espalier.processor.read.Language;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * What compilers find: reads annotated classes, checks them, and writes Java.
 *
 * <p>Nothing is thrown at the compiler: a failure of the processor's own is a message at the model
 * that it failed on.
 */
@AutoService(Processor.class)
public final class EspalierProcessor extends AbstractProcessor {
  private ModelCompiler compiler;

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    compiler = new ModelCompiler(environment);
    for (Option option : Option.values()) {
      String complaint = option.complaint(environment.getOptions());
      if (!complaint.isEmpty()) {
        environment.getMessager().printMessage(Diagnostic.Kind.ERROR, complaint);
      }
    }
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Language.PACKAGE + ".*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Option.keys();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    compiler.round(round);
    return true;
  }
}
