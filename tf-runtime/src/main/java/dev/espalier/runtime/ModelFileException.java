package dev.espalier.runtime;

/** A model file that can't be used: missing, damaged, or of another model. */
public final class ModelFileException extends EspalierException {
  private static final long serialVersionUID = 1L;

  /** An exception whose message names the file. */
  public ModelFileException(String message) {
    super(message);
  }

  /** The same with the exception that led to it. */
  public ModelFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
