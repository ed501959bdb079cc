package dev.espalier.benchmarks;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One training of the streaming benchmark, and the memory that its JVM took. */
final class StreamingRun implements TrainingListener {
  private static final int STEPS_BETWEEN_LOOKS = 200;
  private final long begin = System.nanoTime();
  private double readSeconds;
  private long resident;
  private long anonymous;

  /** Rows, whether they stream, epochs, rows of a batch. */
  public static void main(String[] args) {
    long rows = Long.parseLong(args[0]);
    boolean streaming = Boolean.parseBoolean(args[1]);
    StreamingRun run = new StreamingRun();
    Dataset<Visit> data = VisitData.of(Visit.rows(rows));
    try (VisitTrainer trainer =
        VisitTrainer.builder()
            .epochs(Integer.parseInt(args[2]))
            .batchSize(Integer.parseInt(args[3]))
            .listener(run)
            .build()) {
      History history = trainer.fit(streaming ? data.streaming() : data);
      run.report(rows, streaming, history);
    }
  }

  @Override
  public void runStarted(RunStart start) {
    readSeconds = (System.nanoTime() - begin) / 1e9;
    look();
  }

  @Override
  public void stepEnded(StepReport step) {
    if (step.step() % STEPS_BETWEEN_LOOKS == 0) {
      look();
    }
  }

  private void look() {
    resident = Math.max(resident, status("VmRSS:"));
    anonymous = Math.max(anonymous, status("RssAnon:"));
  }

  /** Kilobytes, as Linux tells them; 0 elsewhere. */
  private static long status(String key) {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private void report(long rows, boolean streaming, History history) {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.out.printf(
        Locale.ROOT,
        "  %,9d rows %-10s read, learnt and encoded at %,9.0f rows/s; epochs at %s rows/s; peaks in"
            + " MB: heap %,d, resident %,d, of which no file %,d%n",
        rows,
        streaming ? "streaming" : "in memory",
        rows / readSeconds,
        history.epochs().stream()
            .map(EpochReport::examplesPerSecond)
            .map(each -> String.format(Locale.ROOT, "%,.0f", each))
            .collect(Collectors.joining(", ")),
        peak >> 20,
        resident >> 10,
        anonymous >> 10);
  }
}
