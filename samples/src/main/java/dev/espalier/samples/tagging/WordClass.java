package dev.espalier.samples.tagging;

/** The universal part-of-speech tags, https://universaldependencies.org/u/pos. */
public enum WordClass {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
}
