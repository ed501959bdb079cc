package dev.espalier.runtime.train;

import dev.espalier.runtime.TrainingException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread at a time use something native, and frees it when it is closed: at once, or when
 * the work that is under way has noticed and ended.
 */
final class Lifecycle {
  private final ReentrantLock lock = new ReentrantLock();
  private final Runnable free;
  private volatile boolean closing;

  Lifecycle(Runnable free) {
    this.free = free;
  }

  /** Does some work that nobody can close the ground under. */
  <R> R use(Supplier<R> work) {
    lock.lock();
    try {
      requireOpen();
      try {
        return work.get();
      } finally {
        // Closed by the work itself, such as a listener: the outermost use frees.
        if (closing && lock.getHoldCount() == 1) {
          free.run();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends work that has been closed; long work calls this often. */
  void requireOpen() {
    if (closing) {
      throw new TrainingException("This trainer is closed.");
    }
  }

  /** How many pieces of work the calling thread is inside, one in the other. */
  int uses() {
    return lock.getHoldCount();
  }

  /** Ends and frees; closing twice does nothing more. */
  void close() {
    closing = true;
    if (lock.isHeldByCurrentThread()) {
      return;
    }
    lock.lock();
    try {
      free.run();
    } finally {
      lock.unlock();
    }
  }
}
