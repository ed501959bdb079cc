package dev.espalier.benchmarks;

/** A contender of the training benchmark: it has its data in memory and its own way to train. */
interface Training extends AutoCloseable {

  /** As the table calls it. */
  String name();

  /** Steps on a batch that is ready. */
  void steps(int count);

  /** An epoch over all rows in a new order, gathering and feeding included. */
  void epoch();

  /** The sum of the tasks' losses in the last step, to see that it learns. */
  double loss();

  @Override
  void close();
}
