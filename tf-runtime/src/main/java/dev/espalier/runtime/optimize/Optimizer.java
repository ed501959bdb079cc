package dev.espalier.runtime.optimize;

/** How gradients become updates of parameters. */
public interface Optimizer {}
