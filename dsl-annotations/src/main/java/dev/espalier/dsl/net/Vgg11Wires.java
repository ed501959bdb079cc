package dev.espalier.dsl.net;

import dev.espalier.dsl.Wires;

/** What the layers take, for compilers that read no parameter names from class files. */
@Wires({
  "Vgg11#flat(stage5)",
  "Vgg11#hidden(flat)",
  "Vgg11#out(hidden)",
  "Vgg11#stage1(in)",
  "Vgg11#stage2(stage1)",
  "Vgg11#stage3(stage2)",
  "Vgg11#stage4(stage3)",
  "Vgg11#stage5(stage4)"
})
final class Vgg11Wires {
  private Vgg11Wires() {}
}
