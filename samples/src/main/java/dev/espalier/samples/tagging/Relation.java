package dev.espalier.samples.tagging;

import java.util.Locale;

/** The universal relations of a word to its head, https://universaldependencies.org/u/dep. */
public enum Relation {
  ACL,
  ADVCL,
  ADVMOD,
  AMOD,
  APPOS,
  AUX,
  CASE,
  CC,
  CCOMP,
  CLF,
  COMPOUND,
  CONJ,
  COP,
  CSUBJ,
  DEP,
  DET,
  DISCOURSE,
  DISLOCATED,
  EXPL,
  FIXED,
  FLAT,
  GOESWITH,
  IOBJ,
  LIST,
  MARK,
  NMOD,
  NSUBJ,
  NUMMOD,
  OBJ,
  OBL,
  ORPHAN,
  PARATAXIS,
  PUNCT,
  REPARANDUM,
  ROOT,
  VOCATIVE,
  XCOMP;

  /** The relation that a treebank's text names; a subtype, as in {@code acl:relcl}, is left out. */
  static Relation of(String text) {
    return valueOf(text.split(":")[0].toUpperCase(Locale.ROOT));
  }
}
