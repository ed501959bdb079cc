package dev.espalier.runtime.balance;

import java.util.Arrays;

/** {@code l = softmax(l - gamma_k (M + rho I) l)}, on averages of normalised gradients. */
record MoCo(double beta, double betaDecay, double gamma, double gammaDecay, double rho)
    implements GradientBalancing {

  MoCo {
    Ranges.requirePart("MoCo", "beta", beta);
    Ranges.requireNotNegative("MoCo", "decay of beta", betaDecay);
    Ranges.requireNotNegative("MoCo", "gamma", gamma);
    Ranges.requireNotNegative("MoCo", "decay of gamma", gammaDecay);
    Ranges.requireNotNegative("MoCo", "rho", rho);
  }

  @Override
  public String name() {
    return "MoCo";
  }

  @Override
  public GradientForm form() {
    return GradientForm.UNIT_TIMES_LOSS;
  }

  @Override
  public boolean averages() {
    return true;
  }

  @Override
  public double averagingRate(long step) {
    return beta / Math.pow((double) step, betaDecay);
  }

  @Override
  public Mixing start(Start run) {
    double[] shares = Vectors.filled(run.tasks(), 1.0 / run.tasks());
    Mixing mixing = gradients -> mix(shares, gradients);
    return mixing.remembering(shares);
  }

  private double[] mix(double[] shares, TaskGradients gradients) {
    int[] tasks = gradients.tasks();
    double[] own = Arrays.stream(tasks).mapToDouble(task -> shares[task]).toArray();
    double together = Vectors.sum(own);
    // Tasks that are not there keep their shares; the others share theirs anew.
    double[] weights =
        together > 0
            ? step(Vectors.scaled(own, 1 / together), gradients)
            : Vectors.filled(tasks.length, 1.0 / tasks.length);
    for (int i = 0; i < tasks.length; i++) {
      shares[tasks[i]] = weights[i] * together;
    }
    return weights;
  }

  private double[] step(double[] shares, TaskGradients gradients) {
    double rate = gamma / Math.pow((double) gradients.step(), gammaDecay);
    double[] slopes = gradients.gram().project(shares);
    double[] moved = new double[shares.length];
    Arrays.setAll(moved, i -> shares[i] - rate * (slopes[i] + rho * shares[i]));
    return Vectors.softmax(moved);
  }
}
