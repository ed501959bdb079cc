package dev.espalier.runtime.generated;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Layers of one example in plain double precision, on the weights of a saved model. */
record PlainLayers(Map<String, float[]> weights) {

  double[] dense(String path, double[] in) {
    float[] bias = weights.get(path + ".bias");
    double[] out = withoutBias(path, in);
    for (int j = 0; j < out.length; j++) {
      out[j] += bias[j];
    }
    return out;
  }

  double[] withoutBias(String path, double[] in) {
    float[] kernel = weights.get(path + ".kernel");
    double[] out = new double[kernel.length / in.length];
    for (int i = 0; i < in.length; i++) {
      for (int j = 0; j < out.length; j++) {
        out[j] += in[i] * kernel[i * out.length + j];
      }
    }
    return out;
  }

  /** Batch normalisation outside training, by the moving statistics. */
  double[] batchNorm(String path, double[] in) {
    double[] out = new double[in.length];
    for (int i = 0; i < in.length; i++) {
      double deviation = Math.sqrt(weights.get(path + ".variance")[i] + 1e-3);
      double normal = (in[i] - weights.get(path + ".mean")[i]) / deviation;
      out[i] = normal * weights.get(path + ".scale")[i] + weights.get(path + ".shift")[i];
    }
    return out;
  }

  double[] layerNorm(String path, double[] in) {
    double mean = Arrays.stream(in).average().orElseThrow();
    double variance = Arrays.stream(in).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    double[] out = new double[in.length];
    for (int i = 0; i < in.length; i++) {
      double normal = (in[i] - mean) / Math.sqrt(variance + 1e-5);
      out[i] = normal * weights.get(path + ".scale")[i] + weights.get(path + ".shift")[i];
    }
    return out;
  }

  /** A row of a table; row 0 stands for what is missing. */
  double[] row(String path, int row, int dimension) {
    double[] out = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      out[i] = weights.get(path)[row * dimension + i];
    }
    return out;
  }

  static double[] each(double[] in, DoubleUnaryOperator function) {
    return Arrays.stream(in).map(function).toArray();
  }

  static double[] tanh(double[] in) {
    return each(in, Math::tanh);
  }

  static double[] relu(double[] in) {
    return each(in, x -> Math.max(0, x));
  }

  static double[] softplus(double[] in) {
    return each(in, x -> Math.log1p(Math.exp(x)));
  }

  static double[] sigmoid(double[] in) {
    return each(in, x -> 1 / (1 + Math.exp(-x)));
  }

  /** By Simpson's rule over the normal density. */
  static double[] gelu(double[] in) {
    return each(
        in,
        x -> {
          int pieces = 200;
          double sum = 0;
          for (int i = 0; i <= pieces; i++) {
            double at = x * i / pieces;
            double weight = i == 0 || i == pieces ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-at * at / 2);
          }
          return x * (0.5 + sum * x / pieces / 3 / Math.sqrt(2 * Math.PI));
        });
  }

  static double[] softmax(double[] in) {
    double sum = Arrays.stream(in).map(Math::exp).sum();
    return each(in, x -> Math.exp(x) / sum);
  }

  static double[] concat(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
  }

  static double[] add(double[] a, double[] b) {
    double[] out = a.clone();
    Arrays.setAll(out, i -> a[i] + b[i]);
    return out;
  }

  static double[] multiply(double[] a, double[] b) {
    double[] out = a.clone();
    Arrays.setAll(out, i -> a[i] * b[i]);
    return out;
  }
}
