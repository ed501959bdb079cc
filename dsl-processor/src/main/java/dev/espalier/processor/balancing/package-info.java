/** The balancing methods: one line of registration for each annotation. */
package dev.espalier.processor.balancing;
