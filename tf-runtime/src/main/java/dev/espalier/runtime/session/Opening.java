package dev.espalier.runtime.session;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Several native things being opened: if one fails, with whatever it throws, those before it are
 * freed, the last one first.
 *
 * <pre>{@code
 * try (Opening opening = new Opening()) {
 *   Graph graph = new Graph();
 *   opening.onFailure(graph::close);
 *   ...
 *   opening.done();
 * }
 * }</pre>
 */
public final class Opening implements AutoCloseable {
  private final Deque<Runnable> undo = new ArrayDeque<>();

  /** Nothing is open yet. */
  public Opening() {}

  /** What to do with something that was opened if the rest fails. */
  public void onFailure(Runnable free) {
    undo.push(free);
  }

  /** Everything is open. */
  public void done() {
    undo.clear();
  }

  @Override
  public void close() {
    if (!undo.isEmpty()) {
      try {
        undo.pop().run();
      } finally {
        close();
      }
    }
  }
}
