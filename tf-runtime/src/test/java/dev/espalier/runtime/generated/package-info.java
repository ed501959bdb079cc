/**
 * Models compiled by the processor, and what their generated code computes: gradients against
 * finite differences, outputs against plain Java, and what the language promises of labels,
 * weights, modifiers and seeds.
 */
package dev.espalier.runtime.generated;
