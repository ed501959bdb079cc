package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import java.util.Optional;

/** An activation without settings: {@code @Relu}, {@code @Tanh}. */
record Activation(String annotation, String method, boolean isReluLike) implements Layer {

  /** An activation like ReLU. */
  static Activation reluLike(String annotation, String method) {
    return new Activation(annotation, method, true);
  }

  /** Any other activation. */
  static Activation other(String annotation, String method) {
    return new Activation(annotation, method, false);
  }

  @Override
  public Role role() {
    return Role.ACTIVATION;
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    return Result.of(Operation.call("Activations", method), use.input());
  }
}
