/**
 * Income and marital status from census rows: the table of mixed numbers and categories that
 * multi-task methods are commonly compared on.
 */
package dev.espalier.samples.census;
