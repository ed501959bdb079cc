package dev.espalier.runtime.train;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Ends a run in order when the program is told to end, as by Ctrl-C: asks it to stop, and lets the
 * program end when it has. A second Ctrl-C ends the program at once.
 */
final class ShutdownStop implements AutoCloseable {
  private static final long LOOK_MILLIS = 50;

  /** What shells make of a program that Ctrl-C has ended. */
  private static final int INTERRUPTED = 130;

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
    haltOnInterrupt();
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

  /**
   * The platform takes no notice of signals once it is ending. What does is no part of Java SE and
   * not on every platform, so that it is looked for; without it the second Ctrl-C does nothing.
   */
  private static void haltOnInterrupt() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object halting =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  Runtime.getRuntime().halt(INTERRUPTED);
                }
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("INT"), halting);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LoggerFactory.getLogger(ShutdownStop.class).debug("A second Ctrl-C will do nothing", e);
    }
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
