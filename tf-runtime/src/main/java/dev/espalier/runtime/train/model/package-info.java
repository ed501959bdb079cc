/**
 * The model that a trainer has: its description as options change it, what it starts with, what it
 * predicts and shows, and its way to files and back.
 */
package dev.espalier.runtime.train.model;
