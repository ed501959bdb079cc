package dev.espalier.processor.plan;

/**
 * One use of a network.
 *
 * @param network the network's simple name
 * @param key its qualified name
 * @param path where it is used: {@code trunk.stage1.0}
 */
public record Call(String network, String key, String path) {}
