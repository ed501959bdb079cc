package dev.espalier.runtime.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PrefetcherTest {
  private final List<Batch> filled = Collections.synchronizedList(new ArrayList<>());

  /** Remembers every batch that was ever made. */
  private IntFunction<Batch> remembering(Batches batches) {
    return index -> {
      Batch batch = batches.fill(index);
      filled.add(batch);
      return batch;
    };
  }

  private Prefetcher over(Batches batches) {
    return new Prefetcher(batches.count(), remembering(batches));
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().equals("espalier-prefetcher"))
        .toList();
  }

  @AfterEach
  void leavesNothingBehind() {
    assertThat(threads()).isEmpty();
    assertThat(filled).allMatch(Batch::isClosed);
  }

  @Test
  void givesTheBatchesInOrder() {
    EncodedRows rows = Samples.rows(100);
    List<Integer> seen = new ArrayList<>();
    try (Prefetcher prefetcher = over(Batches.shuffled(rows, 7, 1, 1))) {
      while (prefetcher.hasNext()) {
        try (Batch batch = prefetcher.next()) {
          for (int b = 0; b < batch.size(); b++) {
            seen.add((int) batch.numbers().getFloat(b, 0));
          }
        }
      }
      assertThatThrownBy(prefetcher::next).isInstanceOf(NoSuchElementException.class);
    }
    assertThat(seen).isEqualTo(BatchesTest.walk(Batches.shuffled(rows, 7, 1, 1)));
    assertThat(filled).hasSize(15);
  }

  @Test
  void staysTwoAheadAndCanBeClosedInTheMiddle() throws InterruptedException {
    Prefetcher prefetcher = over(Batches.inOrder(Samples.rows(100), 1));
    prefetcher.next().close();
    prefetcher.next().close();
    // The thread waits when it is two ahead.
    while (threads().stream().noneMatch(t -> t.getState() == Thread.State.WAITING)) {
      Thread.sleep(1);
    }
    assertThat(filled).hasSize(4);
    prefetcher.close();
    assertThat(filled).hasSize(4);
    assertThatThrownBy(prefetcher::next).isInstanceOf(IllegalStateException.class);
    prefetcher.close();
  }

  @Test
  void canBeClosedAtAnyMoment() {
    Batches batches = Batches.inOrder(Samples.rows(20), 1);
    for (int taken = 0; taken <= 20; taken++) {
      try (Prefetcher prefetcher = over(batches)) {
        for (int i = 0; i < taken; i++) {
          prefetcher.next().close();
        }
      }
      assertThat(threads()).isEmpty();
    }
  }

  @Test
  void canBeClosedWhileABatchIsFilled() throws InterruptedException {
    Batches batches = Batches.inOrder(Samples.rows(20), 1);
    CountDownLatch filling = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    IntFunction<Batch> source = remembering(batches);
    Prefetcher prefetcher =
        new Prefetcher(
            batches.count(),
            index -> {
              filling.countDown();
              try {
                closing.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return source.apply(index);
            });
    filling.await();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                prefetcher.next();
              } catch (IllegalStateException e) {
                thrown.set(e);
              }
            });
    waiting.start();
    Thread closer = new Thread(prefetcher::close);
    closer.start();
    // Whoever waits is sent away at once, though the thread is still busy.
    waiting.join();
    assertThat(thrown.get()).hasMessage("closed before batch 0 was taken");
    closing.countDown();
    closer.join();
    assertThat(filled).hasSize(1);
  }

  @Test
  void throwsWhereTheBatchIsTaken() {
    Batches batches = Batches.inOrder(Samples.rows(20), 5);
    IntFunction<Batch> source = remembering(batches);
    DataException failure = new DataException("row 12");
    try (Prefetcher prefetcher =
        new Prefetcher(
            batches.count(),
            index -> {
              if (index == 2) {
                throw failure;
              }
              return source.apply(index);
            })) {
      prefetcher.next().close();
      prefetcher.next().close();
      assertThat(prefetcher.hasNext()).isTrue();
      assertThatThrownBy(prefetcher::next).isSameAs(failure);
      assertThatThrownBy(prefetcher::next).isSameAs(failure);
    }
  }

  @Test
  void passesErrorsOn() {
    OutOfMemoryError failure = new OutOfMemoryError("test");
    try (Prefetcher prefetcher =
        new Prefetcher(
            1,
            index -> {
              throw failure;
            })) {
      assertThatThrownBy(prefetcher::next).isSameAs(failure);
    }
  }

  @Test
  void freesNativeMemory() {
    Batches batches = Batches.inOrder(Samples.rows(200), 2);
    batches.fill(0).close();
    long before = Pointer.totalCount();
    for (int i = 0; i < 5; i++) {
      try (Prefetcher prefetcher = over(batches)) {
        for (int taken = 0; taken < 50; taken++) {
          prefetcher.next().close();
        }
      }
    }
    assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
  }

  @Test
  void keepsTheInterruptOfWhoeverCloses() {
    Prefetcher prefetcher = over(Batches.inOrder(Samples.rows(20), 5));
    Thread.currentThread().interrupt();
    prefetcher.close();
    assertThat(Thread.interrupted()).isTrue();
  }
}
