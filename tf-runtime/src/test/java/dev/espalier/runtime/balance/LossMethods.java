package dev.espalier.runtime.balance;

import dev.espalier.dsl.Certainty;
import dev.espalier.dsl.UncertaintyForm;

/** Every method that weighs losses with its defaults, and some with other settings. */
enum LossMethods {
  FIXED(Balancing.fixedWeights()),
  UNCERTAINTY(Balancing.uncertaintyWeighting()),
  UNCERTAINTY_REGRESSION(Balancing.uncertaintyWeighting(UncertaintyForm.OF_REGRESSION, -0.5, 0.01)),
  UNCERTAINTY_CLASSES(Balancing.uncertaintyWeighting(UncertaintyForm.OF_CLASSIFICATION, 1, 0.1)),
  DWA(Balancing.dynamicWeightAverage()),
  DWA_SHARP(Balancing.dynamicWeightAverage(0.1)),
  RLW(Balancing.randomLossWeighting()),
  GEOMETRIC(Balancing.geometricLoss()),
  IMTL_L(Balancing.imtlL()),
  STCH(Balancing.smoothTchebycheff()),
  STCH_SHARP(Balancing.smoothTchebycheff(0.01, 0)),
  FAMO(Balancing.famo()),
  FAMO_FREE(Balancing.famo(0.1, 0, -1, 0)),
  TASK_EXPONENT(Balancing.taskExponent()),
  CONFIDENCE(Balancing.confidenceScheduling()),
  ENTROPY(Balancing.confidenceScheduling(Certainty.ENTROPY, -2, 0.5));

  final LossBalancing method;

  LossMethods(LossBalancing method) {
    this.method = method;
  }
}
