package dev.espalier.runtime.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The plain garden model in double precision, written without anything of the runtime: from
 * examples and weights to task losses.
 */
final class GardenReference {
  private final List<Garden> rows;
  private final List<String> colours;
  private final double[] mean = new double[3];
  private final double[] deviation = new double[3];
  private final double heightMean;
  private final double heightDeviation;

  /** Learns statistics and vocabulary from the rows; colours by frequency, then as texts. */
  GardenReference(List<Garden> rows) {
    this.rows = rows;
    for (int i = 0; i < 3; i++) {
      int column = i;
      double[] there =
          rows.stream()
              .mapToDouble(g -> column < 2 ? g.size()[column] : g.age())
              .filter(x -> !Double.isNaN(x))
              .toArray();
      mean[i] = mean(there);
      deviation[i] = deviation(there);
    }
    double[] heights =
        rows.stream().filter(g -> g.height() != null).mapToDouble(Garden::height).toArray();
    heightMean = mean(heights);
    heightDeviation = deviation(heights);
    Map<String, Integer> counts = new HashMap<>();
    for (Garden g : rows) {
      counts.merge(g.colour(), 1, Integer::sum);
      counts.merge(g.neighbour(), 1, Integer::sum);
    }
    TreeSet<String> ordered =
        new TreeSet<>(
            (a, b) ->
                counts.get(a).equals(counts.get(b))
                    ? a.compareTo(b)
                    : counts.get(b) - counts.get(a));
    ordered.addAll(counts.keySet());
    colours = List.copyOf(ordered);
  }

  private static double mean(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    return sum / x.length;
  }

  private static double deviation(double[] x) {
    double mean = mean(x);
    double sum = 0;
    for (double v : x) {
      sum += (v - mean) * (v - mean);
    }
    return Math.sqrt(sum / x.length);
  }

  /** The mean loss of each task over the labels that are there, by weight. */
  double[] losses(Map<String, double[]> w) {
    double[] loss = new double[4];
    double[] weight = new double[4];
    for (Garden g : rows) {
      double[] hidden = tanh(dense(w, "trunk.hidden1", features(w, g)));
      if (g.tasty() != null) {
        double[] tower = tanh(dense(w, "tasks.tasty.hidden", hidden));
        double logit = dense(w, "tasks.tasty.logits", tower)[0];
        add(loss, weight, 0, g.weight(), crossEntropy(logit, g.tasty()));
      }
      if (g.family() != null) {
        double[] logits = dense(w, "tasks.family.logits", hidden);
        double sum = 0;
        for (double logit : logits) {
          sum += Math.exp(logit);
        }
        add(loss, weight, 1, g.weight(), Math.log(sum) - logits[g.family()]);
      }
      if (g.height() != null) {
        double label = (g.height() - heightMean) / heightDeviation;
        double error = dense(w, "tasks.height.logits", hidden)[0] - label;
        add(loss, weight, 2, g.weight(), error * error);
      }
      if (g.uses() != null) {
        double[] logits = dense(w, "tasks.uses.logits", hidden);
        double both = crossEntropy(logits[0], g.uses()[0]) + crossEntropy(logits[1], g.uses()[1]);
        add(loss, weight, 3, g.weight(), both / 2);
      }
    }
    for (int task = 0; task < 4; task++) {
      loss[task] = weight[task] > 0 ? loss[task] / weight[task] : 0;
    }
    return loss;
  }

  private static void add(double[] loss, double[] weight, int task, double w, double value) {
    loss[task] += w * value;
    weight[task] += w;
  }

  private static double crossEntropy(double logit, boolean label) {
    return Math.log1p(Math.exp(label ? -logit : logit));
  }

  /** Sizes, age and its indicator, soil, colour, neighbour, visitors. */
  double[] features(Map<String, double[]> w, Garden g) {
    double[] in = new double[15];
    in[0] = (g.size()[0] - mean[0]) / deviation[0];
    in[1] = (g.size()[1] - mean[1]) / deviation[1];
    in[2] = Float.isNaN(g.age()) ? 0 : (g.age() - mean[2]) / deviation[2];
    in[3] = Float.isNaN(g.age()) ? 1 : 0;
    for (int i = 0; i < 3; i++) {
      in[4 + i] = w.get("tables.soil")[3 * (g.soil().ordinal() + 1) + i];
      in[7 + i] = w.get("tables.colour")[3 * (colours.indexOf(g.colour()) + 1) + i];
      in[10 + i] = w.get("tables.colour")[3 * (colours.indexOf(g.neighbour()) + 1) + i];
    }
    for (int visitor : g.visitors()) {
      in[13] += w.get("tables.visitors")[2 * (visitor + 1)] / g.visitors().length;
      in[14] += w.get("tables.visitors")[2 * (visitor + 1) + 1] / g.visitors().length;
    }
    return in;
  }

  private static double[] dense(Map<String, double[]> w, String path, double[] in) {
    double[] out = w.get(path + ".bias").clone();
    double[] kernel = w.get(path + ".kernel");
    for (int i = 0; i < in.length; i++) {
      for (int j = 0; j < out.length; j++) {
        out[j] += in[i] * kernel[i * out.length + j];
      }
    }
    return out;
  }

  private static double[] tanh(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.tanh(x[i]);
    }
    return y;
  }
}
