package dev.espalier.processor.plan;

/** A value of the network before shapes are known. */
public final class Vertex {}
