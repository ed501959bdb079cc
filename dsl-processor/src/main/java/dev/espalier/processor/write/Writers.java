package dev.espalier.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.ModelPlan;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.Networks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;

/** Writes all files of a model, or stubs of them with the same public face. */
public final class Writers {
  private final Filer filer;

  /** Writers into a compilation. */
  public Writers(Filer filer) {
    this.filer = filer;
  }

  /** Writes a planned model. */
  public void write(ModelPlan plan) throws IOException {
    Api api = new Api(plan.declaration());
    BuildWriter build = new BuildWriter(plan);
    TypeSpec.Builder graph = GraphWriter.write(api, plan, build);
    save(api.packageName(), graph, build.imports(), plan.declaration().type());
    for (TypeSpec.Builder type : face(api, Optional.of(plan), Optional.of(plan.example()))) {
      save(api.packageName(), type, Set.of(), plan.declaration().type());
    }
  }

  /**
   * Writes what users of a model with mistakes may name, so that only the mistakes are reported.
   *
   * @param taken whether the user, or another model, has a type of that name
   * @param wanted whether types of these simple names are to be written; they name each other
   */
  public void stubs(ModelDeclaration model, Predicate<String> taken, Predicate<Set<String>> wanted)
      throws IOException {
    Api api = new Api(Nameable.of(model));
    String start = model.packageName().isEmpty() ? "" : model.packageName() + ".";
    List<TypeSpec.Builder> face = face(api, Optional.empty(), Optional.empty());
    if (!wanted.test(face.stream().map(type -> type.build().name()).collect(Collectors.toSet()))) {
      return;
    }
    for (TypeSpec.Builder type : face) {
      if (!taken.test(start + type.build().name())) {
        save(api.packageName(), type, Set.of(), model.type());
      }
    }
  }

  /** Writes what a file's networks take. */
  public void wires(Networks.InFile networks) throws IOException {
    save(networks.packageName(), WiresWriter.write(networks), Set.of(), networks.type());
  }

  private static List<TypeSpec.Builder> face(
      Api api, Optional<ModelPlan> plan, Optional<ExamplePlan> example) {
    List<TypeSpec.Builder> face = new ArrayList<>();
    face.add(TrainerWriter.write(api, plan));
    if (!api.isVariant()) {
      face.add(PredictorWriter.write(api));
      face.add(PredictionWriter.write(api));
      face.add(InputWriter.write(api, example));
      face.add(TaskWriter.write(api));
      face.add(DataWriter.write(api, example));
    }
    return face;
  }

  private void save(String packageName, TypeSpec.Builder type, Set<String> imports, Element origin)
      throws IOException {
    TypeSpec spec =
        type.addOriginatingElement(origin)
            .addAnnotation(
                AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
                    .addMember("value", "$S", "dev.espalier.processor.EspalierProcessor")
                    .build())
            .build();
    JavaFile.Builder file =
        JavaFile.builder(packageName, spec).indent("  ").skipJavaLangImports(true);
    for (String each : imports) {
      int dot = each.indexOf('.');
      file.addStaticImport(RuntimeTypes.graph(each.substring(0, dot)), each.substring(dot + 1));
    }
    file.build().writeTo(filer);
  }
}
