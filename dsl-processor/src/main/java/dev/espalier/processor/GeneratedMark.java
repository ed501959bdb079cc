package dev.espalier.processor;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Claims {@code @Generated} in the rounds in which nothing but our own files bears it: unclaimed,
 * {@code -Xlint:processing} would ask who reads it; claimed always, as a claim holds for all
 * annotations of a call, it would be hidden from other processors.
 */
@AutoService(Processor.class)
public final class GeneratedMark extends AbstractProcessor {
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Generated.class.getName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return round.getElementsAnnotatedWith(Generated.class).stream().allMatch(GeneratedMark::isOurs);
  }

  private static boolean isOurs(Element element) {
    Generated mark = element.getAnnotation(Generated.class);
    return mark != null && List.of(mark.value()).contains(EspalierProcessor.class.getName());
  }
}
