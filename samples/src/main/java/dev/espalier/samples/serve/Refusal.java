package dev.espalier.samples.serve;

/** A request that can't be answered as asked, and why. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * A refusal.
   *
   * @param status of HTTP
   * @param message a sentence for who asked
   */
  Refusal(int status, String message) {
    super(message);
    this.status = status;
  }

  /** A request that is wrong. */
  static Refusal wrong(String message) {
    return new Refusal(400, message);
  }

  int status() {
    return status;
  }
}
