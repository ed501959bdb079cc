/** What a {@link dev.espalier.runtime.train.TrainerBuilder} may be told; immutable. */
package dev.espalier.runtime.train.option;
