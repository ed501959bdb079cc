package dev.espalier.processor.plan;

/** Something that a layer keeps and does not learn: a moving mean, by its name within the layer. */
public record Statistic(String name, Shape shape, double start) {}
