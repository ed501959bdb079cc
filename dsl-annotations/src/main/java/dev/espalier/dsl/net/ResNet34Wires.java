package dev.espalier.dsl.net;

import dev.espalier.dsl.Wires;

/** What the layers take, for compilers that read no parameter names from class files. */
@Wires({
  "ResNet34#out(stage4)",
  "ResNet34#pooled(stem)",
  "ResNet34#stage1(pooled)",
  "ResNet34#stage2(stage1)",
  "ResNet34#stage3(stage2)",
  "ResNet34#stage4(stage3)",
  "ResNet34#stem(in)"
})
final class ResNet34Wires {
  private ResNet34Wires() {}
}
