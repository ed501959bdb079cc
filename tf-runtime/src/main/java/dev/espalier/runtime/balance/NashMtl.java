package dev.espalier.runtime.balance;

import java.util.Arrays;

/** The bargaining solution {@code M w = 1 / w}, for {@code M} at Frobenius norm 1. */
record NashMtl(double maxNorm) implements GradientBalancing {

  NashMtl {
    Ranges.requireNotNegative("Nash-MTL", "max norm", maxNorm);
  }

  @Override
  public String name() {
    return "Nash-MTL";
  }

  @Override
  public Mixing start(Start run) {
    LastWeights last = new LastWeights(run.tasks(), 1);
    return gradients -> {
      Gram gram = gradients.gram();
      int[] directed = gram.directed();
      double[] weights = new double[gram.size()];
      if (gram.size() == 1 || directed.length == 0) {
        Arrays.fill(weights, 1);
        return weights;
      }
      Gram moving = gram.of(directed);
      int[] tasks = Arrays.stream(directed).map(i -> gradients.tasks()[i]).toArray();
      double trace = moving.trace();
      Gram unit = moving.times(1 / trace);
      unit = unit.times(1 / unit.frobenius());
      double[] found = last.next(tasks, PowerFixedPoint.solve(unit, 1));
      double factor = clip(Math.sqrt(trace) * moving.times(1 / trace).length(found));
      for (int i = 0; i < found.length; i++) {
        weights[directed[i]] = found[i] * factor;
      }
      return weights;
    };
  }

  private double clip(double length) {
    return maxNorm > 0 && length > maxNorm ? maxNorm / length : 1;
  }
}
