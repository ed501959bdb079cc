/** The kinds of labels: one class and one line of registration for each. */
package dev.espalier.processor.task;
