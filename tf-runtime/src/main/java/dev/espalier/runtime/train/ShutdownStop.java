package dev.espalier.runtime.train;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run in order when the program is told to end, as by Ctrl-C: asks it to stop, and lets the
 * program end when it has. A second Ctrl-C changes nothing: a platform that is ending takes no
 * notice of signals, so that the step is finished and the checkpoint written.
 */
final class ShutdownStop implements AutoCloseable {
  private static final long LOOK_MILLIS = 50;

  private final Runnable stop;
  private final Thread training = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::end, "espalier-shutdown");

  /**
   * Watches over a run of the calling thread.
   *
   * @param stop asks it to stop
   */
  ShutdownStop(Runnable stop) {
    this.stop = stop;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void end() {
    stop.run();
    try {
      boolean over = false;
      while (!over && !isEnding(training)) {
        over = ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a thread has itself asked for the program's end and waits for it: it takes no step. */
  private static boolean isEnding(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals("java.lang.Shutdown"));
  }

  /** The run has ended. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It has been called, and goes on.
    }
  }
}
