package dev.espalier.benchmarks;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/** Training as one would write it by hand; the next batch is gathered while a step runs. */
final class HandWrittenTraining implements AutoCloseable {
  private final WideRows rows;
  private final int batchSize;
  private final double learningRate;
  private final Random random = new Random(1);
  private final Graph graph = new Graph();
  private final HandWrittenNetwork network = new HandWrittenNetwork(graph);
  private final Session session = new Session(graph);
  private final ExecutorService gatherer = Executors.newSingleThreadExecutor();
  private final int[] order;
  private final TFloat32 rate = TFloat32.scalarOf(0f);
  private long step;
  private double loss = Double.NaN;

  HandWrittenTraining(WideRows rows, int batchSize, double learningRate) {
    this.rows = rows;
    this.batchSize = batchSize;
    this.learningRate = learningRate;
    order = new int[rows.count()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    session.runner().addTarget(network.initialize).run().close();
  }

  /** An epoch over all rows in a new order, gathering and feeding included. */
  void epoch(EpochClock clock) {
    clock.epochStarts();
    shuffle();
    CompletableFuture<WideBatch> next = gather(0);
    for (int from = 0; from < order.length; from += batchSize) {
      try (WideBatch batch = next.join()) {
        if (from + batchSize < order.length) {
          next = gather(from + batchSize);
        }
        step(batch);
        clock.stepEnded();
      }
    }
    clock.epochEnded();
  }

  private CompletableFuture<WideBatch> gather(int from) {
    int size = Math.min(batchSize, order.length - from);
    return CompletableFuture.supplyAsync(() -> WideBatch.of(rows, order, from, size), gatherer);
  }

  private void step(WideBatch batch) {
    step++;
    rate.setFloat(
        (float)
            (learningRate
                * Math.sqrt(1 - Math.pow(.999f, (double) step))
                / (1 - Math.pow(.9f, (double) step))));
    try (Result result =
        session
            .runner()
            .feed(network.features, batch.features())
            .feed(network.first, batch.first())
            .feed(network.second, batch.second())
            .feed(network.rate, rate)
            .addTarget(network.step)
            .fetch(network.losses)
            .run()) {
      TFloat32 losses = (TFloat32) result.get(0);
      loss = losses.getFloat(0) + losses.getFloat(1);
    }
  }

  private void shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int row = order[i];
      order[i] = order[j];
      order[j] = row;
    }
  }

  /** The sum of both tasks' losses in the last step, to see that it learns. */
  double loss() {
    return loss;
  }

  @Override
  public void close() {
    gatherer.shutdown();
    rate.close();
    session.close();
    graph.close();
  }
}
