package dev.espalier.samples.shapes;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.stream.IntStream;

/** The outlines of shapes. */
final class Outlines {
  private Outlines() {}

  /**
   * A shape's outline.
   *
   * @param radius of the circle around the origin that holds it
   * @param angle by which it is turned, in radians
   */
  static Shape of(Scene.Shape shape, double x, double y, double radius, double angle) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(angle);
    place.scale(radius, radius);
    return place.createTransformedShape(unit(shape));
  }

  private static Shape unit(Scene.Shape shape) {
    return switch (shape) {
      case CIRCLE -> new Ellipse2D.Double(-0.85, -0.85, 1.7, 1.7);
      case SQUARE -> corners(1, 1, 1, 1);
      case TRIANGLE -> corners(1, 1, 1);
      case STAR -> corners(1, 0.42, 1, 0.42, 1, 0.42, 1, 0.42, 1, 0.42);
      case HEART -> heart();
      case CROSS -> cross(0.32);
    };
  }

  /** Corners at equal angles around the origin and at these distances from it. */
  private static Shape corners(double... distances) {
    double[] xs = new double[distances.length];
    double[] ys = new double[distances.length];
    for (int i = 0; i < distances.length; i++) {
      double angle = 2 * Math.PI * i / distances.length;
      xs[i] = distances[i] * Math.sin(angle);
      ys[i] = -distances[i] * Math.cos(angle);
    }
    return polygon(xs, ys);
  }

  private static Shape cross(double arm) {
    double end = 0.94;
    return polygon(
        new double[] {-arm, arm, arm, end, end, arm, arm, -arm, -arm, -end, -end, -arm},
        new double[] {-end, -end, -arm, -arm, arm, arm, end, end, arm, arm, -arm, -arm});
  }

  private static Shape polygon(double[] xs, double[] ys) {
    Path2D path = new Path2D.Double();
    path.moveTo(xs[0], ys[0]);
    IntStream.range(1, xs.length).forEach(i -> path.lineTo(xs[i], ys[i]));
    path.closePath();
    return path;
  }

  private static Shape heart() {
    Path2D path = new Path2D.Double();
    path.moveTo(0, 0.98);
    path.curveTo(-0.7, 0.45, -1, 0.1, -0.95, -0.3);
    path.curveTo(-0.9, -0.85, -0.2, -0.95, 0, -0.35);
    path.curveTo(0.2, -0.95, 0.9, -0.85, 0.95, -0.3);
    path.curveTo(1, 0.1, 0.7, 0.45, 0, 0.98);
    path.closePath();
    return path;
  }
}
