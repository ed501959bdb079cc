package dev.espalier.runtime.report.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values of steps in bounded memory: points that are means over as many steps each. When there
 * would be too many, neighbours are joined, and from then on each stands for twice as many.
 */
public final class StepCurve {
  private final int most;
  private final int width;
  private final List<Point> points = new ArrayList<>();
  private int stepsOfEach = 1;
  private Point open;

  /**
   * Points of a curve.
   *
   * @param stepsOfEach how many steps a point is the mean of
   * @param at where each is, in epochs: 1.5 is the middle of the second one
   * @param values by point, then by kind of value; NaN for none
   */
  public record Points(int stepsOfEach, double[] at, double[][] values) {}

  /** Sums over steps; a value that steps lack is counted less often. */
  private static final class Point {
    private double at;
    private double end;
    private int steps;
    private final double[] sums;
    private final int[] counts;

    private Point(int width) {
      sums = new double[width];
      counts = new int[width];
    }

    private void add(Point other) {
      at += other.at;
      end = other.end;
      steps += other.steps;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += other.sums[i];
        counts[i] += other.counts[i];
      }
    }
  }

  /**
   * A curve without points.
   *
   * @param width values of a step
   * @param most points, even
   */
  StepCurve(int width, int most) {
    this.width = width;
    this.most = most;
    open = new Point(width);
  }

  /** Adds a step; what is not finite counts as none. */
  void add(double at, double... values) {
    open.at += at;
    open.end = at;
    open.steps++;
    for (int i = 0; i < width; i++) {
      if (Double.isFinite(values[i])) {
        open.sums[i] += values[i];
        open.counts[i]++;
      }
    }
    if (open.steps == stepsOfEach) {
      points.add(open);
      open = new Point(width);
      if (points.size() == most) {
        join();
      }
    }
  }

  /** Forgets steps after a place; where points are means over several, a few before it too. */
  void forgetAfter(double at) {
    points.removeIf(point -> point.end > at);
    if (open.end > at) {
      open = new Point(width);
    }
  }

  private void join() {
    for (int i = 0; i < most / 2; i++) {
      Point joined = points.get(2 * i);
      joined.add(points.get(2 * i + 1));
      points.set(i, joined);
    }
    points.subList(most / 2, most).clear();
    stepsOfEach *= 2;
  }

  /** The points so far; steps that do not fill one are not there yet. */
  Points points() {
    double[] at = points.stream().mapToDouble(point -> point.at / point.steps).toArray();
    double[][] values = points.stream().map(StepCurve::means).toArray(double[][]::new);
    return new Points(stepsOfEach, at, values);
  }

  private static double[] means(Point point) {
    double[] means = new double[point.sums.length];
    Arrays.setAll(means, i -> point.counts[i] > 0 ? point.sums[i] / point.counts[i] : Double.NaN);
    return means;
  }
}
