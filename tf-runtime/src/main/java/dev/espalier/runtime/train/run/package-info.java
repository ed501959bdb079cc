/**
 * A run as others see it: told to a {@link dev.espalier.runtime.train.run.TrainingListener} while
 * it goes on, and a {@link dev.espalier.runtime.train.run.History} when it has ended.
 */
package dev.espalier.runtime.train.run;
