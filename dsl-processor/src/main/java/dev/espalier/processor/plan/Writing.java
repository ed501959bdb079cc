package dev.espalier.processor.plan;

/**
 * How generated code hands a value to the runtime.
 *
 * @param method of the runtime's {@code RowWriter}
 * @param form what the method takes of it
 */
public record Writing(String method, As form) {

  /** What a method takes. */
  public enum As {
    /** The value as it is. */
    ITSELF,
    /** The value as a {@code float}. */
    NUMBER,
    /** The constant's ordinal. */
    ORDINAL
  }

  /** A method that takes the value as it is. */
  public static Writing itself(String method) {
    return new Writing(method, As.ITSELF);
  }
}
