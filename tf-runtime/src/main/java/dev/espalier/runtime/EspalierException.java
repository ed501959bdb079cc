package dev.espalier.runtime;

/**
 * The root of what this runtime throws: something is wrong with data, a file, an option or a run.
 */
public class EspalierException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception whose message says what was found, what was expected and where. */
  public EspalierException(String message) {
    super(message);
  }

  /** The same with the exception that led to it. */
  public EspalierException(String message, Throwable cause) {
    super(message, cause);
  }
}
