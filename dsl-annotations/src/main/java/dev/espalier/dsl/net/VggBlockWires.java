package dev.espalier.dsl.net;

import dev.espalier.dsl.Wires;

/** What the layers take, for compilers that read no parameter names from class files. */
@Wires({
  "VggBlock#first(in)",
  "VggBlock#out(second)",
  "VggBlock#second(first)",
  "VggBlock.Single#first(in)",
  "VggBlock.Single#out(first)",
  "VggBlock.Triple#out(third)",
  "VggBlock.Triple#third(second)"
})
final class VggBlockWires {
  private VggBlockWires() {}
}
