package dev.espalier.runtime;

/** A run that can't go on, such as one whose loss is no longer a number. */
public final class TrainingException extends EspalierException {
  private static final long serialVersionUID = 1L;

  /** An exception whose message names task and step where they are known. */
  public TrainingException(String message) {
    super(message);
  }

  /** The same with the exception that led to it. */
  public TrainingException(String message, Throwable cause) {
    super(message, cause);
  }
}
