package dev.espalier.processor.optimizer;

import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;

/** All optimizers, by annotation: the one place where a new one is registered. */
public final class Optimizers {
  /** The annotation that a model without an optimizer annotation has. */
  public static final String DEFAULT = "Adam";

  private static final Range RATE = Range.positive("learningRate", "A learning rate");
  private static final Range BETA1 = Range.share("beta1", "The decay of a moment");
  private static final Range BETA2 = Range.share("beta2", "The decay of a moment");
  private static final Range EPSILON = Range.positive("epsilon", "The epsilon of an optimizer");
  private static final Range MOMENTUM = Range.share("momentum", "A momentum");
  private static final Range RHO = Range.share("rho", "The decay of a moment");
  private static final Range WEIGHT_DECAY = Range.atLeast("weightDecay", "A weight decay", 0);
  private static final Range ACCUMULATOR =
      Range.atLeast("initialAccumulator", "The start of an accumulator", 0);

  private static final List<OptimizerRoom> ALL =
      List.of(
          new OptimizerRoom(
              "Adam",
              "adam",
              List.of("learningRate", "beta1", "beta2", "epsilon"),
              List.of(RATE, BETA1, BETA2, EPSILON)),
          new OptimizerRoom(
              "LazyAdam",
              "lazyAdam",
              List.of("learningRate", "beta1", "beta2", "epsilon"),
              List.of(RATE, BETA1, BETA2, EPSILON)),
          new OptimizerRoom(
              "AdamW",
              "adamW",
              List.of("learningRate", "weightDecay", "beta1", "beta2", "epsilon"),
              List.of(RATE, WEIGHT_DECAY, BETA1, BETA2, EPSILON)),
          new OptimizerRoom(
              "Sgd",
              "sgd",
              List.of("learningRate", "momentum", "nesterov"),
              List.of(RATE, MOMENTUM)),
          new OptimizerRoom(
              "RmsProp",
              "rmsProp",
              List.of("learningRate", "rho", "momentum", "epsilon"),
              List.of(RATE, RHO, MOMENTUM, EPSILON)),
          new OptimizerRoom(
              "Adagrad",
              "adagrad",
              List.of("learningRate", "initialAccumulator", "epsilon"),
              List.of(RATE, ACCUMULATOR, EPSILON)),
          new OptimizerRoom(
              "Adadelta",
              "adadelta",
              List.of("learningRate", "rho", "epsilon"),
              List.of(RATE, RHO, EPSILON)),
          new OptimizerRoom(
              "Adamax",
              "adamax",
              List.of("learningRate", "beta1", "beta2", "epsilon"),
              List.of(RATE, BETA1, BETA2, EPSILON)),
          new OptimizerRoom(
              "Nadam",
              "nadam",
              List.of("learningRate", "beta1", "beta2", "epsilon"),
              List.of(RATE, BETA1, BETA2, EPSILON)),
          new OptimizerRoom(
              "Ftrl",
              "ftrl",
              List.of("learningRate", "l1", "l2", "initialAccumulator", "beta", "power"),
              List.of(
                  RATE,
                  Range.atLeast("l1", "A rate of regularization", 0),
                  Range.atLeast("l2", "A rate of regularization", 0),
                  ACCUMULATOR,
                  Range.atLeast("beta", "The beta of FTRL", 0),
                  Range.atLeast("power", "The power of an accumulator", 0))),
          new OptimizerRoom(
              "Lamb",
              "lamb",
              List.of("learningRate", "weightDecay", "beta1", "beta2", "epsilon"),
              List.of(RATE, WEIGHT_DECAY, BETA1, BETA2, EPSILON)),
          new OptimizerRoom(
              "Lion",
              "lion",
              List.of("learningRate", "weightDecay", "beta1", "beta2"),
              List.of(RATE, WEIGHT_DECAY, BETA1, BETA2)));

  private Optimizers() {}

  /** All of them, in the order of registration. */
  public static List<OptimizerRoom> all() {
    return ALL;
  }

  /** The optimizer of an annotation, if it is one. */
  public static Optional<OptimizerRoom> of(String annotation) {
    return ALL.stream().filter(each -> each.annotation().equals(annotation)).findFirst();
  }
}
