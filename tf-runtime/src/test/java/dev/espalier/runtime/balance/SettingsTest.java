package dev.espalier.runtime.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.dsl.CaGradRescale;
import dev.espalier.dsl.Certainty;
import dev.espalier.dsl.UncertaintyForm;
import dev.espalier.runtime.EspalierException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void everyFactoryIsTested() {
    Map<String, Long> factories =
        Stream.of(Balancing.class.getDeclaredMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .collect(Collectors.groupingBy(Method::getName, Collectors.counting()));
    assertThat(factories.keySet())
        .as("a new method needs a place in Methods or LossMethods")
        .containsExactlyInAnyOrder(
            "fixedWeights",
            "uncertaintyWeighting",
            "dynamicWeightAverage",
            "randomLossWeighting",
            "geometricLoss",
            "imtlL",
            "smoothTchebycheff",
            "famo",
            "taskExponent",
            "confidenceScheduling",
            "gradDrop",
            "representationMgda",
            "gradNorm",
            "pcGrad",
            "mgda",
            "caGrad",
            "gradVac",
            "imtlG",
            "nashMtl",
            "alignedMtl",
            "upGrad",
            "fairGrad",
            "dualProj",
            "conFig",
            "moCo",
            "dbMtl");
    Stream<String> ofGradients = Stream.of(Methods.values()).map(m -> m.method.name());
    Stream<String> ofLosses = Stream.of(LossMethods.values()).map(m -> m.method.name());
    Stream<String> inTheGraph =
        Stream.of(Balancing.gradDrop().name(), Balancing.representationMgda().name());
    assertThat(Stream.of(ofGradients, ofLosses, inTheGraph).flatMap(each -> each).distinct())
        .hasSameSizeAs(factories.keySet());
  }

  @Test
  void defaultsAreThePublishedOnes() {
    assertThat(Balancing.uncertaintyWeighting())
        .isEqualTo(Balancing.uncertaintyWeighting(UncertaintyForm.BY_KIND, 0, 0.025));
    assertThat(Balancing.dynamicWeightAverage()).isEqualTo(Balancing.dynamicWeightAverage(2));
    assertThat(Balancing.imtlL()).isEqualTo(Balancing.imtlL(0.025));
    assertThat(Balancing.smoothTchebycheff()).isEqualTo(Balancing.smoothTchebycheff(1, 4));
    assertThat(Balancing.famo()).isEqualTo(Balancing.famo(0.025, 1e-3, 0, 1));
    assertThat(Balancing.gradNorm()).isEqualTo(Balancing.gradNorm(1.5, 0.025));
    assertThat(Balancing.caGrad())
        .isEqualTo(Balancing.caGrad(0.5, CaGradRescale.ONE_PLUS_C_SQUARED));
    assertThat(Balancing.gradVac()).isEqualTo(Balancing.gradVac(0.5));
    assertThat(Balancing.nashMtl()).isEqualTo(Balancing.nashMtl(1));
    assertThat(Balancing.upGrad()).isEqualTo(Balancing.upGrad(1e-4));
    assertThat(Balancing.dualProj()).isEqualTo(Balancing.dualProj(1e-4));
    assertThat(Balancing.fairGrad()).isEqualTo(Balancing.fairGrad(1));
    assertThat(Balancing.moCo()).isEqualTo(Balancing.moCo(0.5, 0.5, 0.1, 0.5, 0));
    assertThat(Balancing.dbMtl()).isEqualTo(Balancing.dbMtl(0.9, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void settingsAreNotNegative(double value) {
    assertRefused(v -> Balancing.famo(1, v, 0, 1), "decay of FAMO must be at least 0", value);
    assertRefused(v -> Balancing.famo(1, 0, 0, v), "max norm of FAMO must be at least 0", value);
    assertRefused(
        v -> Balancing.taskExponent(v, 0),
        "rate of the task-exponent rule must be at least 0",
        value);
    assertRefused(v -> Balancing.gradNorm(v, 1), "alpha of GradNorm must be at least 0", value);
    assertRefused(
        v -> Balancing.caGrad(v, CaGradRescale.UNSCALED), "c of CAGrad must be at least 0", value);
    assertRefused(Balancing::nashMtl, "max norm of Nash-MTL must be at least 0", value);
    assertRefused(Balancing::upGrad, "regularization of UPGrad must be at least 0", value);
    assertRefused(Balancing::dualProj, "regularization of DualProj must be at least 0", value);
    assertRefused(
        v -> Balancing.moCo(1, v, 1, 1, 1), "decay of beta of MoCo must be at least 0", value);
    assertRefused(v -> Balancing.moCo(1, 1, v, 1, 1), "gamma of MoCo must be at least 0", value);
    assertRefused(
        v -> Balancing.moCo(1, 1, 1, v, 1), "decay of gamma of MoCo must be at least 0", value);
    assertRefused(v -> Balancing.moCo(1, 1, 1, 1, v), "rho of MoCo must be at least 0", value);
    assertRefused(v -> Balancing.dbMtl(1, v), "decay of beta of DB-MTL must be at least 0", value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void othersAreAboveZero(double value) {
    assertRefused(
        v -> Balancing.uncertaintyWeighting(UncertaintyForm.BY_KIND, 0, v),
        "rate of uncertainty weighting must be above 0",
        value);
    assertRefused(
        Balancing::dynamicWeightAverage,
        "temperature of dynamic weight average must be above 0",
        value);
    assertRefused(Balancing::imtlL, "rate of IMTL-L must be above 0", value);
    assertRefused(
        v -> Balancing.smoothTchebycheff(v, 0), "mu of smooth Tchebycheff must be above 0", value);
    assertRefused(v -> Balancing.famo(v, 0, 0, 0), "rate of FAMO must be above 0", value);
    assertRefused(v -> Balancing.gradNorm(1, v), "rate of GradNorm must be above 0", value);
    assertRefused(Balancing::fairGrad, "alpha of FairGrad must be above 0", value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void partsAreBetweenZeroAndOne(double value) {
    assertRefused(
        v -> Balancing.taskExponent(1, v),
        "least weight of the task-exponent rule must be between 0 and 1",
        value);
    assertRefused(
        v -> Balancing.confidenceScheduling(Certainty.CONFIDENCE, 1, v),
        "memory of confidence scheduling must be at least 0 and below 1",
        value);
    assertRefused(Balancing::gradVac, "beta of GradVac must be between 0 and 1", value);
    assertRefused(
        v -> Balancing.moCo(v, 1, 1, 1, 1), "beta of MoCo must be between 0 and 1", value);
    assertRefused(v -> Balancing.dbMtl(v, 0), "beta of DB-MTL must be between 0 and 1", value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-10.1, 10.1, Double.NaN, Double.POSITIVE_INFINITY})
  void othersAreOfSomeSize(double value) {
    assertRefused(
        v -> Balancing.uncertaintyWeighting(UncertaintyForm.BY_KIND, v, 1),
        "initial value of uncertainty weighting must be between -10 and 10",
        value);
    assertRefused(
        v -> Balancing.confidenceScheduling(Certainty.ENTROPY, v, 0),
        "exponent of confidence scheduling must be between -10 and 10",
        value);
  }

  @Test
  void aBoundIsFiniteAndAWarmUpNoLessThanNothing() {
    assertThatThrownBy(() -> Balancing.famo(1, 0, Double.NaN, 0))
        .isInstanceOf(EspalierException.class);
    assertThatThrownBy(() -> Balancing.smoothTchebycheff(1, -1))
        .isInstanceOf(EspalierException.class);
  }

  private static void assertRefused(
      DoubleFunction<Balancing> factory, String sentence, double value) {
    assertThatThrownBy(() -> factory.apply(value))
        .isInstanceOf(EspalierException.class)
        .hasMessage("The " + sentence + "; found " + value + ".");
  }
}
