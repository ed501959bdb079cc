package dev.espalier.processor;

import com.google.auto.service.AutoService;
import dev.espalier.processor.check.Checks;
import dev.espalier.processor.plan.ModelPlan;
import dev.espalier.processor.plan.Planner;
import dev.espalier.processor.read.Language;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.ModelReader;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.sharing.Sharings;
import dev.espalier.processor.write.Writers;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Reads annotated classes, checks them, and writes Java. */
@AutoService(Processor.class)
public final class EspalierProcessor extends AbstractProcessor {
  private final Report report = new Report();
  private final Set<String> sources = new LinkedHashSet<>();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    // The mark on generated files is claimed too, or -Xlint:processing would ask who reads it.
    return Set.of(Language.PACKAGE + ".*", "javax.annotation.processing.Generated");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    round.getRootElements().forEach(root -> sources.add(root.toString()));
    ModelReader reader = new ModelReader(processingEnv.getElementUtils(), this::inSource);
    models(round).values().forEach(type -> compile(type, reader));
    report.print(processingEnv.getMessager());
    return true;
  }

  private Map<String, TypeElement> models(RoundEnvironment round) {
    Map<String, TypeElement> models = new LinkedHashMap<>();
    Stream.concat(
            Sharings.all().stream().map(sharing -> sharing.annotation()), Stream.of("ModelOf"))
        .map(name -> processingEnv.getElementUtils().getTypeElement(Language.PACKAGE + "." + name))
        .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
        .map(TypeElement.class::cast)
        .forEach(type -> models.put(type.getQualifiedName().toString(), type));
    return models;
  }

  private void compile(TypeElement type, ModelReader reader) {
    ModelDeclaration model = reader.read(type);
    Writers writers = new Writers(processingEnv.getFiler());
    try {
      Optional<ModelPlan> plan =
          Checks.pass(model, report) ? Planner.plan(model, report) : Optional.empty();
      if (plan.isPresent()) {
        writers.write(plan.get());
      } else {
        writers.stubs(model);
      }
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, "Can't write: " + e.getMessage(), type);
    }
  }

  private boolean inSource(TypeElement type) {
    Element top = type;
    while (top.getEnclosingElement() instanceof TypeElement outer) {
      top = outer;
    }
    return sources.contains(top.toString());
  }
}
