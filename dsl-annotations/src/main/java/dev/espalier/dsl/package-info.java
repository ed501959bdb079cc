/**
 * The language: annotations with which a plain Java class says what an example looks like and which
 * tasks are learnt from it.
 *
 * <p>Level 1 is features and heads: {@link dev.espalier.dsl.Numeric}, {@link
 * dev.espalier.dsl.Categorical}, {@link dev.espalier.dsl.TaskHead}, {@link
 * dev.espalier.dsl.LossWeight} under {@link dev.espalier.dsl.SharedTrunk}. Level 2 is networks:
 * interfaces whose methods are layers and whose parameters are the wiring. Level 3 is the science,
 * one annotation each, on the class: the sharing scheme and the optimizer. All are kept in class
 * files and none is read at run time.
 */
package dev.espalier.dsl;
