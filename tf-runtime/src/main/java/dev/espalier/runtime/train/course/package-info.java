/**
 * What holds in a step of a run: the tasks that are trained, from when they join until they stop,
 * and the rates at which the parts of the model learn.
 */
package dev.espalier.runtime.train.course;
