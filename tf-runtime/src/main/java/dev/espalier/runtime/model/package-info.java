/**
 * The contract between generated code and the runtime: what a generated model says of itself, and
 * what the runtime hands to it.
 */
package dev.espalier.runtime.model;
