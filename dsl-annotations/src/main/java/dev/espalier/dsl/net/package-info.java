/**
 * Networks that come with the language: interfaces like any other, for trunks, towers and blocks.
 *
 * <p>{@code @SharedTrunk(network = ResNet18.class)}, or in a network of one's own
 * {@code @Block(network = ResNet18.Residual.class, units = 64, stride = 2, repeat = 2)}. What one
 * wants otherwise is redeclared in an interface that extends them.
 */
package dev.espalier.dsl.net;
