package dev.espalier.processor.balancing;

/** What of a model a balancing method can't do without. */
public enum Needs {
  /** Nothing: it does not balance. */
  NOTHING,

  /** Two tasks that are trained. */
  TASKS,

  /** Two tasks that are trained and predict probabilities. */
  PROBABILITIES,

  /** A parameter that two such tasks share, and that learns. */
  SHARED_PARAMETERS,

  /** Such a parameter, and a value on the way from it that more than one task takes. */
  SHARED_VALUES
}
