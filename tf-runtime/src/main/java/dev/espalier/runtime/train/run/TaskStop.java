package dev.espalier.runtime.train.run;

/**
 * That a task has stopped, as {@link dev.espalier.runtime.train.option.EarlyStopping} told it to.
 *
 * @param task its name
 * @param epoch after which it stopped
 * @param measure what it was judged by: {@code loss}, {@code auc}
 * @param best the best value; NaN if there never was one
 * @param bestEpoch the epoch that brought it; 0 if none did
 * @param restored whether its head is that of the best epoch; else it is that of the last
 */
public record TaskStop(
    String task, int epoch, String measure, double best, int bestEpoch, boolean restored) {}
