package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.dsl.Column;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Wires;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.generated.CheckedModels.Checked;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The language as a whole: nothing of it is unchecked, and no two things have one name. */
class LanguageTest {

  /** Layers, activations, losses, features, labels and modifiers have their gradients checked. */
  @Test
  void everyAnnotationIsInAModelThatIsChecked() {
    List<Class<?>> checked = new ArrayList<>();
    CheckedModels.all().stream().map(Checked::source).distinct().forEach(checked::add);
    List<Class<?>> annotations =
        ClassFiles.around(Dense.class).stream()
            .filter(Class::isAnnotation)
            .filter(each -> each != Wires.class)
            .toList();
    assertThat(annotations).hasSizeGreaterThan(40);
    for (Class<?> annotation : annotations) {
      List<Class<?>> models = new ArrayList<>(checked);
      ElementType[] targets = annotation.getAnnotation(Target.class).value();
      if (targets.length == 1 && targets[0] == ElementType.TYPE) {
        models.add(Optimized.class); // by OptimizersTest
        models.add(Balanced.class); // by BalancedTest
        models.add(Clipped.class); // by ClippedTest
      }
      if (annotation == Column.class) {
        models.add(CheckedRow.class); // by OddModelsTest
      }
      assertThat(models)
          .as("models with @" + annotation.getSimpleName())
          .anyMatch(model -> ClassFiles.names(model, annotation));
    }
  }

  @Test
  void noNameOccursTwice() {
    Map<String, List<String>> owners = new TreeMap<>();
    Stream.concat(
            ClassFiles.around(Dense.class).stream(),
            ClassFiles.around(EspalierException.class).stream())
        .filter(LanguageTest::isVisible)
        .forEach(
            type -> {
              own(owners, type.getSimpleName(), type.getName());
              if (type.isEnum()) {
                Stream.of(type.getEnumConstants())
                    .forEach(
                        constant ->
                            own(
                                owners,
                                ((Enum<?>) constant).name(),
                                type.getName() + "." + constant));
              }
            });
    assertThat(owners).hasSizeGreaterThan(90);
    assertThat(owners).allSatisfy((name, all) -> assertThat(all).as(name).hasSize(1));
  }

  private static void own(Map<String, List<String>> owners, String name, String owner) {
    owners.computeIfAbsent(name, each -> new ArrayList<>()).add(owner);
  }

  /** Public all the way up, in a package that users may import from. */
  private static boolean isVisible(Class<?> type) {
    boolean isPublic = Modifier.isPublic(type.getModifiers());
    boolean isOpen =
        type.getEnclosingClass() == null
            ? type.getModule().isExported(type.getPackageName())
            : isVisible(type.getEnclosingClass());
    return isPublic && isOpen && !type.isAnonymousClass();
  }
}
