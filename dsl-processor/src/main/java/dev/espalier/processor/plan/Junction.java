package dev.espalier.processor.plan;

import java.util.List;

/** What a sharing scheme makes of values of trunks: a gate, a mixture, a stitch, a mask. */
public interface Junction {

  /** What it is, in words: {@code gate}. */
  String words();

  /** What becomes of values. */
  Made of(List<Node> inputs);

  /**
   * A value that a sharing scheme makes.
   *
   * @param operations calls, each on the result of the one before; the first takes the inputs
   * @param shape what comes out
   * @param weights what it learns
   * @param multiplyAdds multiplications with additions for one example
   */
  record Made(List<Operation> operations, Shape shape, List<Weight> weights, long multiplyAdds) {}
}
