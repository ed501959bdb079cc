package dev.espalier.dsl.net;

import dev.espalier.dsl.Wires;

/** What the layers take, for compilers that read no parameter names from class files. */
@Wires({
  "InvertedResidual#each(wide)",
  "InvertedResidual#narrow(each)",
  "InvertedResidual#out(narrow,skip)",
  "InvertedResidual#skip(in,narrow)",
  "InvertedResidual#wide(in)"
})
final class InvertedResidualWires {
  private InvertedResidualWires() {}
}
