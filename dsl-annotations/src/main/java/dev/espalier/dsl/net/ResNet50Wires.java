package dev.espalier.dsl.net;

import dev.espalier.dsl.Wires;

/** What the layers take, for compilers that read no parameter names from class files. */
@Wires({
  "ResNet50#out(stage4)",
  "ResNet50#pooled(stem)",
  "ResNet50#stage1(pooled)",
  "ResNet50#stage2(stage1)",
  "ResNet50#stage3(stage2)",
  "ResNet50#stage4(stage3)",
  "ResNet50#stem(in)",
  "ResNet50.Bottleneck#middle(narrow)",
  "ResNet50.Bottleneck#narrow(in)",
  "ResNet50.Bottleneck#out(wide,skip)",
  "ResNet50.Bottleneck#skip(in,wide)",
  "ResNet50.Bottleneck#wide(middle)"
})
final class ResNet50Wires {
  private ResNet50Wires() {}
}
