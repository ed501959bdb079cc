package dev.espalier.runtime.train;

import dev.espalier.dsl.Missing;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Pooling;
import dev.espalier.dsl.Unknown;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Feature;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Rows;
import dev.espalier.runtime.model.ExampleInfo.Table;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.PredictionReader;
import dev.espalier.runtime.model.RowWriter;
import dev.espalier.runtime.model.TaskKey;
import dev.espalier.runtime.serve.ClassPrediction;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A hand-written example with every kind of feature and task; null and NaN are missing.
 *
 * @param weight of the row
 */
public record Garden(
    float[] size,
    float age,
    Soil soil,
    String colour,
    String neighbour,
    int[] visitors,
    Boolean tasty,
    Integer family,
    Float height,
    boolean[] uses,
    float weight) {

  /** An enum feature. */
  public enum Soil {
    SAND,
    CLAY,
    LOAM
  }

  /** As it would be generated. */
  public enum GardenTask implements TaskKey {
    tasty,
    family,
    height,
    uses
  }

  /** As it would be generated. */
  public record Prediction(
      Float tasty, ClassPrediction<Integer> family, Float height, float[] uses) {}

  /** The features alone. */
  public record Input(
      float[] size, float age, Soil soil, String colour, String neighbour, int[] visitors) {}

  /** The same without any label. */
  Input input() {
    return new Input(size, age, soil, colour, neighbour, visitors);
  }

  /** The same with other labels. */
  public Garden labelled(Boolean newTasty, Integer newFamily, Float newHeight, boolean[] newUses) {
    return new Garden(
        size, age, soil, colour, neighbour, visitors, newTasty, newFamily, newHeight, newUses,
        weight);
  }

  /** The same with another row weight. */
  Garden weighing(float newWeight) {
    return new Garden(
        size, age, soil, colour, neighbour, visitors, tasty, family, height, uses, newWeight);
  }

  private static Encoding number(int length, Missing missing, boolean indicator) {
    return new Encoding.Number(length, Normalize.STANDARDIZE, missing, 0, indicator, 0);
  }

  public static final ExampleInfo INFO =
      new ExampleInfo(
          "Garden",
          "garden-1",
          List.of(
              new Feature("size", number(2, Missing.MEAN, false)),
              new Feature("soil", new Encoding.Category("soil")),
              new Feature("visitors", new Encoding.Bag("visitors", Pooling.AVERAGE)),
              new Feature("age", number(1, Missing.MEAN, true)),
              new Feature("colour", new Encoding.Category("colour")),
              new Feature("neighbour", new Encoding.Category("colour"))),
          List.of(
              new Table(
                  "soil", new Rows.Constants(List.of("SAND", "CLAY", "LOAM")), 3, Unknown.ROW_ZERO),
              new Table("visitors", new Rows.Ids(6), 2, Unknown.ROW_ZERO),
              new Table("colour", new Rows.Learnt(0), 3, Unknown.ROW_ZERO)),
          List.of(
              new Task("tasty", new Kind.Binary(), 1),
              new Task("family", new Kind.MultiClass(List.of("0", "1", "2")), 0.5),
              new Task("height", new Kind.Regression(1, true), 2),
              new Task("uses", new Kind.MultiLabel(List.of("FOOD", "SHADE")), 1)));

  /** As it would be generated. */
  static final class Codec implements ExampleCodec<Garden, Input, Prediction> {
    @Override
    public ExampleInfo info() {
      return INFO;
    }

    @Override
    public void encode(Garden g, RowWriter row) {
      encodeInput(g.input(), row);
      if (g.tasty() != null) {
        row.label(0, g.tasty().booleanValue());
      }
      if (g.family() != null) {
        row.label(1, g.family().intValue());
      }
      if (g.height() != null) {
        row.label(2, g.height().floatValue());
      }
      row.labels(3, g.uses());
      row.rowWeight(g.weight());
    }

    @Override
    public void encodeInput(Input in, RowWriter row) {
      row.numbers(0, in.size());
      if (in.soil() != null) {
        row.constant(1, in.soil().ordinal());
      }
      row.ids(2, in.visitors());
      row.number(3, in.age());
      row.text(4, in.colour());
      row.text(5, in.neighbour());
    }

    @Override
    public Prediction decode(PredictionReader row) {
      return new Prediction(
          row.has(0) ? row.number(0, 0) : null,
          row.has(1) ? ClassPrediction.of(List.of(0, 1, 2), row.numbers(1, 0)) : null,
          row.has(2) ? row.number(2, 0) : null,
          row.has(3) ? row.numbers(3, 0) : null);
    }
  }

  /** Examples whose labels follow from their features; about one label in ten is missing. */
  public static List<Garden> grow(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Garden> gardens = new ArrayList<>();
    String[] colours = {"red", "green", "blue", "white"};
    for (int i = 0; i < count; i++) {
      float a = (float) (random.nextDouble() * 2 - 1);
      float b = (float) (random.nextDouble() * 2 - 1);
      float age = random.nextInt(10) == 0 ? Float.NaN : random.nextInt(20);
      Soil soil = Soil.values()[random.nextInt(3)];
      int colour = random.nextInt(4);
      int[] visitors = random.ints(random.nextInt(4), 0, 6).toArray();
      boolean missing = random.nextInt(10) == 0;
      gardens.add(
          new Garden(
              new float[] {a, b},
              age,
              soil,
              colours[colour],
              colours[random.nextInt(4)],
              visitors,
              missing ? null : a + b > 0,
              random.nextInt(10) == 0 ? null : soil.ordinal(),
              random.nextInt(10) == 0 ? null : 100 + 10 * a - 20 * b,
              new boolean[] {colour < 2, a > 0},
              random.nextInt(10) == 0 ? 2 : 1));
    }
    return gardens;
  }
}
