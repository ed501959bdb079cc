package dev.espalier.runtime.model;

/** One task of a model, as a constant of the generated {@code CensusTask}. */
public interface TaskKey {

  /** The constant's name, which is the name of the label. */
  String name();

  /** The constant's position, which is the index of the task. */
  int ordinal();
}
