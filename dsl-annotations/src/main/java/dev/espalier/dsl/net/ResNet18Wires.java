package dev.espalier.dsl.net;

import dev.espalier.dsl.Wires;

/** What the layers take, for compilers that read no parameter names from class files. */
@Wires({
  "ResNet18#out(stage4)",
  "ResNet18#pooled(stem)",
  "ResNet18#stage1(pooled)",
  "ResNet18#stage2(stage1)",
  "ResNet18#stage3(stage2)",
  "ResNet18#stage4(stage3)",
  "ResNet18#stem(in)",
  "ResNet18.Residual#first(in)",
  "ResNet18.Residual#out(second,skip)",
  "ResNet18.Residual#second(first)",
  "ResNet18.Residual#skip(in,second)"
})
final class ResNet18Wires {
  private ResNet18Wires() {}
}
