package dev.espalier.processor.plan;

/** A constant of one of the language's enums: {@code Padding.SAME}. */
public record Constant(String type, String name) {}
