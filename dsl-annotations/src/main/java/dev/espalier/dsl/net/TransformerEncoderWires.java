package dev.espalier.dsl.net;

import dev.espalier.dsl.Wires;

/** What the layers take, for compilers that read no parameter names from class files. */
@Wires({
  "TransformerEncoder#attended(normed)",
  "TransformerEncoder#inner(renormed)",
  "TransformerEncoder#mixed(in,attended)",
  "TransformerEncoder#normed(in)",
  "TransformerEncoder#out(mixed,outer)",
  "TransformerEncoder#outer(inner)",
  "TransformerEncoder#renormed(mixed)"
})
final class TransformerEncoderWires {
  private TransformerEncoderWires() {}
}
