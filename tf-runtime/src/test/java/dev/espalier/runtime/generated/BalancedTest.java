package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.dsl.CaGradRescale;
import dev.espalier.dsl.Certainty;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.GradNorm;
import dev.espalier.dsl.MgdaNormalization;
import dev.espalier.dsl.ModelOf;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.PcGrad;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.UncertaintyForm;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every balancing annotation, in a model that is compiled and trained. */
class BalancedTest {
  private static final List<Balanced> ROWS = Balanced.rows();

  /** What the annotations with settings should be. */
  private static final Map<String, Balancing> OTHERS =
      Map.ofEntries(
          Map.entry(
              "UncertaintyWeighting",
              Balancing.uncertaintyWeighting(UncertaintyForm.OF_REGRESSION, -0.5, 0.5)),
          Map.entry("DynamicWeightAverage", Balancing.dynamicWeightAverage(0.5)),
          Map.entry("ImtlL", Balancing.imtlL(0.25)),
          Map.entry("SmoothTchebycheff", Balancing.smoothTchebycheff(0.25, 2)),
          Map.entry("Famo", Balancing.famo(0.25, 0.5, -1, 0.125)),
          Map.entry("TaskExponent", Balancing.taskExponent(0.5, 0.25)),
          Map.entry(
              "ConfidenceScheduling", Balancing.confidenceScheduling(Certainty.ENTROPY, -2, 0.5)),
          Map.entry("GradDrop", Balancing.gradDrop(0.5)),
          Map.entry("RepresentationMgda", Balancing.representationMgda(MgdaNormalization.LENGTH)),
          Map.entry("Mgda", Balancing.mgda(MgdaNormalization.LOSS)),
          Map.entry("GradNorm", Balancing.gradNorm(0.5, 0.1)),
          Map.entry("CaGrad", Balancing.caGrad(0.25, CaGradRescale.ONE_PLUS_C)),
          Map.entry("GradVac", Balancing.gradVac(0.25)),
          Map.entry("NashMtl", Balancing.nashMtl(0)),
          Map.entry("UpGrad", Balancing.upGrad(0.5)),
          Map.entry("DualProj", Balancing.dualProj(0.25)),
          Map.entry("FairGrad", Balancing.fairGrad(2)),
          Map.entry("MoCo", Balancing.moCo(0.125, 0.25, 0.75, 0.375, 0.5)),
          Map.entry("DbMtl", Balancing.dbMtl(0.5, 0.25)));

  /** A model whose method a variant of it takes over and another replaces. */
  @SharedTrunk({2})
  @GradNorm(alpha = 2)
  record Base(@Numeric float x, @TaskHead float y, @TaskHead boolean positive) {
    @ModelOf(Base.class)
    @SharedTrunk({3})
    interface Heir {}

    @ModelOf(Base.class)
    @PcGrad
    interface Other {}
  }

  private static Stream<String> variants() {
    return Stream.of(Balanced.class.getDeclaredClasses()).map(Class::getSimpleName).sorted();
  }

  /** The annotations that have a factory, by the factory's name. */
  private static Stream<String> factories() {
    return Stream.of(Balancing.class.getDeclaredMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .map(method -> method.getName())
        .distinct();
  }

  @Test
  void everyFactoryHasAnAnnotationAndEveryAnnotationAModel() throws ClassNotFoundException {
    List<String> factories = factories().toList();
    assertThat(factories).hasSizeGreaterThan(10);
    for (String factory : factories) {
      String name = factory.substring(0, 1).toUpperCase(Locale.ROOT) + factory.substring(1);
      Class<?> annotation = Class.forName(Dense.class.getPackageName() + "." + name);
      assertThat(variants()).contains("With" + name);
      assertThat(ClassFiles.names(nested("With" + name), annotation)).as(name).isTrue();
      boolean hasSettings = annotation.getDeclaredMethods().length > 0;
      assertThat(OTHERS.containsKey(name)).as(name).isEqualTo(hasSettings);
    }
  }

  private static Class<?> nested(String name) {
    return Stream.of(Balanced.class.getDeclaredClasses())
        .filter(each -> each.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** With the defaults of the factory, or the settings that the annotation states. */
  private static Balancing expected(String variant) throws ReflectiveOperationException {
    if (variant.startsWith("Other")) {
      return OTHERS.get(variant.substring("Other".length()));
    }
    String name = variant.substring("With".length());
    String factory = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return (Balancing) Balancing.class.getMethod(factory).invoke(null);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void theAnnotationIsTheFactory(String variant) throws ReflectiveOperationException {
    Class<?> type = Class.forName(Balanced.class.getName() + variant + "Graph");
    GeneratedModel<?, ?, ?> model =
        (GeneratedModel<?, ?, ?>) type.getDeclaredConstructor().newInstance();
    assertThat(model.balancing()).isEqualTo(expected(variant));
  }

  /** As a trainer without the annotation that is given the method, to the bit; the builder wins. */
  @ParameterizedTest
  @MethodSource("variants")
  void theAnnotationIsTrainedWith(String variant) throws ReflectiveOperationException {
    Map<String, float[]> found = trained(variant, builder -> builder);
    Map<String, float[]> again = trained(variant, builder -> builder);
    Balancing method = expected(variant);
    Map<String, float[]> chosen = trained("", builder -> builder.balancing(method));
    Map<String, float[]> fixed = trained("", builder -> builder);
    Map<String, float[]> replaced =
        trained(variant, builder -> builder.balancing(Balancing.fixedWeights()));
    String shared = "trunk.hidden1.kernel";
    for (String path : fixed.keySet()) {
      assertThat(found.get(path)).as(path).isEqualTo(again.get(path)).isEqualTo(chosen.get(path));
      assertThat(replaced.get(path)).as(path).isEqualTo(fixed.get(path));
      for (float value : found.get(path)) {
        assertThat(value).isFinite();
      }
    }
    if (!method.equals(Balancing.fixedWeights())) {
      assertThat(found.get(shared)).isNotEqualTo(fixed.get(shared));
    }
  }

  private static Map<String, float[]> trained(
      String variant, UnaryOperator<TrainerBuilder<BalancedTask, ?>> change)
      throws ReflectiveOperationException {
    try (Trainer<Balanced, ?, ?, ?> trainer = trainer(variant, change)) {
      trainer.fit(BalancedData.of(ROWS));
      return SavedWeights.of(trainer);
    }
  }

  @SuppressWarnings("unchecked")
  private static Trainer<Balanced, ?, ?, ?> trainer(
      String variant, UnaryOperator<TrainerBuilder<BalancedTask, ?>> change)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName(Balanced.class.getName() + variant + "Trainer");
    TrainerBuilder<BalancedTask, ?> builder =
        (TrainerBuilder<BalancedTask, ?>) type.getDeclaredMethod("builder").invoke(null);
    builder.epochs(6).batchSize(8).seed(3).learningRate(0.05);
    return (Trainer<Balanced, ?, ?, ?>) change.apply(builder).build();
  }

  @Test
  void aVariantTakesTheMethodOverOrReplacesIt() {
    Balancing ofBase = Balancing.gradNorm(2, 0.025);
    assertThat(new BalancedTestBaseGraph().balancing()).isEqualTo(ofBase);
    assertThat(new BalancedTestBaseHeirGraph().balancing()).isEqualTo(ofBase);
    assertThat(new BalancedTestBaseOtherGraph().balancing()).isEqualTo(Balancing.pcGrad());
    assertThat(new BalancedGraph().balancing()).isEqualTo(Balancing.fixedWeights());
  }

  @Test
  void oneTaskIsNotBalanced() {
    var builder =
        BalancedWithPcGradTrainer.builder()
            .lossWeight(BalancedTask.sum, 0)
            .lossWeight(BalancedTask.third, 0);
    assertThatThrownBy(builder::build)
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "PCGrad balances two tasks or more. Found `positive` of WithPcGrad alone with a"
                + " loss weight above 0; expected another, or balancing with"
                + " Balancing.fixedWeights().");
    builder.balancing(Balancing.fixedWeights()).build().close();
  }
}
