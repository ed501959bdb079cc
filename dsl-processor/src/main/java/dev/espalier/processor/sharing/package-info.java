/** The sharing schemes: each answers what a trunk layer is to a task, and nothing else asks. */
package dev.espalier.processor.sharing;
