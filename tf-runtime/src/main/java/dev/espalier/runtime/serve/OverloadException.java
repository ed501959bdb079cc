package dev.espalier.runtime.serve;

import dev.espalier.runtime.EspalierException;

/** More is asked for at once than can wait: ask later, or have more machines. */
public final class OverloadException extends EspalierException {
  private static final long serialVersionUID = 1;

  /** An exception with a sentence for people. */
  public OverloadException(String message) {
    super(message);
  }
}
