/**
 * Layers, losses and heads as static functions on a {@link
 * dev.espalier.runtime.model.GraphBuilder}: what generated code calls, one method for each
 * annotation.
 *
 * <p>Values are {@code [batch, units]} unless a function says otherwise. A graph without losses is
 * for prediction alone: there dropout is nothing and batch normalisation knows moving statistics
 * only.
 */
package dev.espalier.runtime.graph;
