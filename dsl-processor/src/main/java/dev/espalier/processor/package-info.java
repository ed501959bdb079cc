/**
 * The annotation processor. A model takes one way through it: {@code read}, {@code check}, {@code
 * plan}, {@code write}; each takes a value and returns one. Mistakes are collected in {@code
 * report}.
 */
package dev.espalier.processor;
