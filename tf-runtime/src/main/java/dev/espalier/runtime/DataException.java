package dev.espalier.runtime;

/** Data that can't be used: a malformed cell, a label outside its classes, an empty data set. */
public final class DataException extends EspalierException {
  private static final long serialVersionUID = 1L;

  /** An exception whose message names source, row and column where they are known. */
  public DataException(String message) {
    super(message);
  }

  /** The same with the exception that led to it. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
