package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.train.rows.EpochBatches;
import java.util.Optional;

/**
 * What a run learns from, and what it is judged by.
 *
 * @param rows of the training set
 * @param epochs its batches
 * @param validation evaluated on after every epoch, if there is one
 */
public record RunData(EncodedRows rows, EpochBatches epochs, Optional<Validation> validation) {}
