package dev.espalier.dsl.net;

import dev.espalier.dsl.Wires;

/** What the layers take, for compilers that read no parameter names from class files. */
@Wires({
  "Vgg16#flat(stage5)",
  "Vgg16#hidden(flat)",
  "Vgg16#out(hidden)",
  "Vgg16#stage1(in)",
  "Vgg16#stage2(stage1)",
  "Vgg16#stage3(stage2)",
  "Vgg16#stage4(stage3)",
  "Vgg16#stage5(stage4)"
})
final class Vgg16Wires {
  private Vgg16Wires() {}
}
