package dev.espalier.runtime.checkpoint;

import dev.espalier.runtime.file.SavedModel;

/**
 * A model in the middle of a run.
 *
 * @param model its weights and moving statistics, as a model file has them
 * @param run all else that the run needs to go on
 */
public record Checkpoint(SavedModel model, RunState run) {}
