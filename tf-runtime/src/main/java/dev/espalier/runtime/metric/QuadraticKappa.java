package dev.espalier.runtime.metric;

/**
 * Agreement of classes in order beyond that of chance: 1 - (squared distances found) / (those
 * expected of independent predictions with the same shares). 1 is perfect, 0 is chance; NaN when
 * all labels and predictions are one class.
 *
 * <p>Source: Cohen, <em>Weighted Kappa</em>, Psychological Bulletin 70, 1968.
 */
final class QuadraticKappa implements Metric {
  private final int classes;
  private final Confusion confusion;

  QuadraticKappa(int classes) {
    this.classes = classes;
    this.confusion = new Confusion(classes);
  }

  @Override
  public String name() {
    return "kappa";
  }

  @Override
  public void add(LabelledRows rows) {
    for (int row = 0; row < rows.rows(); row++) {
      if (rows.has(row)) {
        confusion.add(
            rows.classOf(row, classes), rows.predictedClass(row, classes), rows.weights()[row]);
      }
    }
  }

  @Override
  public double value() {
    return confusion.quadraticKappa();
  }
}
