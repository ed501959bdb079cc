/**
 * A model's graph in a TensorFlow session: variables, placeholders and what generated code sees of
 * them.
 *
 * <p>{@link dev.espalier.runtime.session.VariablePlan} decides which parameters become which
 * variables, in plain Java; {@link dev.espalier.runtime.session.Variables} are those variables in
 * one graph; {@link dev.espalier.runtime.session.NetworkBuilder} is the {@link
 * dev.espalier.runtime.model.GraphBuilder} that generated code draws on.
 */
package dev.espalier.runtime.session;
