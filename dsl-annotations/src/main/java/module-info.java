/** The language: annotations for multi-task models, checked by the compiler. */
module dev.espalier.dsl {
  exports dev.espalier.dsl;
  exports dev.espalier.dsl.net;
}
