/** What a run learns from: one data set or one for each task, read, and cut into epochs. */
package dev.espalier.runtime.train.rows;
