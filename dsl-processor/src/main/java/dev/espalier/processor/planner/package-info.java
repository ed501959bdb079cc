/**
 * Makes the plan of a model: resolves names to edges, expands the sharing scheme, infers shapes.
 * What it makes are the values of {@code plan}.
 */
package dev.espalier.processor.planner;
