package dev.espalier.processor.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All layers, by annotation: the one place where a new one is registered. */
public final class Layers {
  private static final List<Layer> ALL =
      List.of(
          new DenseLayer(),
          new Elementwise("Add", "add"),
          new Elementwise("Multiply", "multiply"),
          new ConcatLayer(),
          new ShortcutLayer(),
          new BlockLayer(),
          new GlobalPool("GlobalAveragePool", "globalAveragePool"),
          new GlobalPool("GlobalMaxPool", "globalMaxPool"),
          new ReshapeLayer(),
          new FlattenLayer(),
          new Convolution("Conv1D", "conv1D", Axes.SEQUENCE),
          new Convolution("Conv2D", "conv2D", Axes.PICTURE),
          new DepthwiseLayer(),
          new SeparableLayer(),
          new TransposedLayer(),
          new UpsampleLayer(),
          new PermuteLayer(),
          new SliceLayer(),
          new PadLayer(),
          new WindowPool("MaxPool", "maxPool"),
          new WindowPool("AveragePool", "averagePool"),
          new PositionalEncodingLayer(),
          new SelfAttentionLayer(),
          new InformationTransferLayer(),
          Recurrence.lstm(),
          Recurrence.gru(),
          new Spectrogram("LogMelSpectrogram", "logMelSpectrogram", false),
          new Spectrogram("Mfcc", "mfcc", true),
          new BatchNormLayer(),
          new LayerNormLayer(),
          new GroupNormLayer(),
          Activation.reluLike("Relu", "relu"),
          Activation.reluLike("Relu6", "relu6"),
          Activation.reluLike("Elu", "elu"),
          Activation.other("Selu", "selu"),
          Activation.reluLike("Gelu", "gelu"),
          Activation.reluLike("Silu", "silu"),
          Activation.reluLike("Mish", "mish"),
          Activation.other("Sigmoid", "sigmoid"),
          Activation.other("HardSigmoid", "hardSigmoid"),
          Activation.reluLike("HardSwish", "hardSwish"),
          Activation.other("Tanh", "tanh"),
          Activation.other("Softplus", "softplus"),
          Activation.other("Softsign", "softsign"),
          Activation.other("Softmax", "softmax"),
          new LeakyReluLayer(),
          new PReluLayer(),
          new DropoutLayer());

  private static final Map<String, Layer> BY_NAME = byName();

  private Layers() {}

  /** All of them, in the order of registration. */
  public static List<Layer> all() {
    return ALL;
  }

  /** The layer of an annotation, if it is one. */
  public static Optional<Layer> of(String annotation) {
    return Optional.ofNullable(BY_NAME.get(annotation));
  }

  /** The names of the annotations. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  private static Map<String, Layer> byName() {
    Map<String, Layer> byName = new LinkedHashMap<>();
    ALL.forEach(layer -> byName.put(layer.annotation(), layer));
    return byName;
  }
}
