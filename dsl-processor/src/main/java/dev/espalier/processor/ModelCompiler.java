package dev.espalier.processor;

import dev.espalier.processor.check.Checks;
import dev.espalier.processor.check.Round;
import dev.espalier.processor.layer.Layers;
import dev.espalier.processor.plan.ModelPlan;
import dev.espalier.processor.planner.Planner;
import dev.espalier.processor.read.Annotated;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.ModelReader;
import dev.espalier.processor.read.Nesting;
import dev.espalier.processor.read.Networks;
import dev.espalier.processor.read.SourceTrees;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.sharing.Sharings;
import dev.espalier.processor.write.Writers;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;

/**
 * Takes the models of a compilation through the stages: read, check, plan, write; stubs where a
 * mistake was found. A model that names types which are not there yet waits for the next round.
 */
final class ModelCompiler {
  private final Elements elements;
  private final Types types;
  private final SourceTrees trees;
  private final Messager messager;
  private final Writers writers;
  private final boolean timing;
  private final Report report = new Report();
  private final Set<String> sources = new LinkedHashSet<>();
  private final Set<String> written = new LinkedHashSet<>();
  private final Map<String, ModelDeclaration> models = new LinkedHashMap<>();
  private final Set<String> waiting = new LinkedHashSet<>();

  ModelCompiler(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.types = environment.getTypeUtils();
    this.trees = SourceTrees.in(environment);
    this.messager = environment.getMessager();
    this.writers = new Writers(environment.getFiler());
    this.timing = Option.TIMING.isOn(environment.getOptions());
  }

  void round(RoundEnvironment round) {
    boolean first = sources.isEmpty();
    round.getRootElements().forEach(root -> sources.add(root.toString()));
    if (first) {
      written.addAll(sources);
    }
    ModelReader reader = new ModelReader(elements, types, trees, this::isInSource);
    Annotated annotated = Annotated.in(round, elements, Sharings.names(), Layers.names());
    List<TypeElement> found = waitingAnd(annotated.models());
    found.forEach(type -> guarded(type, () -> models.put(type.toString(), reader.read(type))));
    Checks checks = new Checks(new Round(written, List.copyOf(models.values()), this::isInSource));
    for (TypeElement type : found) {
      if (models.containsKey(type.toString())) {
        guarded(type, () -> compile(models.get(type.toString()), checks, round.processingOver()));
      }
    }
    for (TypeElement type : annotated.withHeads()) {
      guarded(type, () -> checks.checkStray(reader.read(type), report));
    }
    for (ModelDeclaration base : varied(found)) {
      guarded(base.type(), () -> checks.checkStray(base, report));
    }
    for (Networks.InFile networks : new Networks(elements).of(annotated.layers())) {
      if (checks.passes(networks, report)) {
        guarded(networks.type(), () -> writers.wires(networks));
      }
    }
    report.print(messager);
  }

  /** The models that waited, as they are in this round, and those that are new. */
  private List<TypeElement> waitingAnd(List<TypeElement> fresh) {
    List<String> names =
        Stream.concat(
                List.copyOf(waiting).stream(),
                fresh.stream().map(type -> type.getQualifiedName().toString()))
            .distinct()
            .toList();
    waiting.clear();
    // Of a class that inherits from itself nothing is found under its name.
    return names.stream().map(elements::getTypeElement).filter(Objects::nonNull).toList();
  }

  /** What variants vary: Eclipse's compiler does not tell of heads on record components. */
  private List<ModelDeclaration> varied(List<TypeElement> found) {
    return found.stream()
        .flatMap(type -> Stream.ofNullable(models.get(type.toString())))
        .flatMap(model -> model.base().stream())
        .filter(base -> isInSource(base.type()))
        .toList();
  }

  private void compile(ModelDeclaration model, Checks checks, boolean last) throws IOException {
    long start = System.nanoTime();
    boolean understood = Checks.understands(model);
    if (!understood && !last) {
      waiting.add(model.type().getQualifiedName().toString());
      return;
    }
    Optional<ModelPlan> plan =
        understood && checks.passes(model, report) ? Planner.plan(model, report) : Optional.empty();
    if (plan.isPresent()) {
      writers.write(plan.get());
    } else {
      // What waited to the last round is written with a warning of the compiler's each.
      writers.stubs(model, name -> isTaken(name, model), names -> understood || isAnyNamed(names));
    }
    if (timing) {
      String milliseconds = String.format("%.1f", (System.nanoTime() - start) / 1e6);
      messager.printMessage(
          Diagnostic.Kind.NOTE, model.simpleName() + " took " + milliseconds + " ms");
    }
  }

  /** Whether a source names one of several types. */
  private boolean isAnyNamed(Set<String> names) {
    return sources.stream()
        .map(elements::getTypeElement)
        .filter(Objects::nonNull)
        .anyMatch(type -> trees.mayName(type, names));
  }

  /** Whether something else has the name of a type that would be generated for a model. */
  private boolean isTaken(String name, ModelDeclaration model) {
    return written.contains(name)
        || models.values().stream()
            .takeWhile(other -> !other.type().equals(model.type()))
            .anyMatch(
                other ->
                    other.name().equals(model.name())
                        && other.packageName().equals(model.packageName()));
  }

  /** One step for one type; what goes wrong in it is reported there. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private void guarded(TypeElement type, Step step) {
    try {
      step.run();
    } catch (IOException e) {
      messager.printMessage(
          Diagnostic.Kind.ERROR, "Generated code can't be written: " + e.getMessage(), type);
    } catch (StackOverflowError e) {
      messager.printMessage(
          Diagnostic.Kind.ERROR,
          "`"
              + type.getSimpleName()
              + "` is nested too deeply: a chain of thousands of layers is more than the"
              + " compiler's stack holds. Use fewer layers, or give the compiler's thread a larger"
              + " stack (-J-Xss64m).",
          type);
    } catch (RuntimeException e) {
      messager.printMessage(
          Diagnostic.Kind.ERROR,
          "Espalier's processor failed on `"
              + type.getSimpleName()
              + "`; that is its own mistake and not yours. Please report it with this trace:\n"
              + Trace.of(e),
          type);
    }
  }

  private boolean isInSource(TypeElement type) {
    return sources.contains(Nesting.top(type).toString());
  }
}
