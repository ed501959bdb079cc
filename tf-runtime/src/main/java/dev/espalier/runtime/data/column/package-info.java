/**
 * Columns that examples are written into as they are read, before anything is known of them all: a
 * value of a feature or label each, checked.
 */
package dev.espalier.runtime.data.column;
