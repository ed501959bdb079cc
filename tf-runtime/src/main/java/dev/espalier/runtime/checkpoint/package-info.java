/**
 * What a run writes now and then so that it can be gone on with: a checkpoint is a model file that
 * also holds the run.
 *
 * <p>Each part of a run is a {@link dev.espalier.runtime.checkpoint.Resumable}, which notes what it
 * remembers in a {@link dev.espalier.runtime.checkpoint.RunState}; files and folders know nothing
 * of runs.
 */
package dev.espalier.runtime.checkpoint;
