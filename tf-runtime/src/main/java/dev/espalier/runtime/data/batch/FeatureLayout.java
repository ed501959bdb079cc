package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Feature;
import dev.espalier.runtime.model.ExampleInfo.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Where each feature stands in encoded rows and in the tensors of a batch.
 *
 * <p>Numbers stand in declared order in one matrix of {@link #numberWidth()} columns: each
 * feature's values, then as many indicators if it has them. Categories stand in one matrix of
 * {@link #categoryCount()} columns, ordered by the dimension of their tables, then as declared, so
 * that tables of one dimension stand side by side. Bags are numbered as declared, and so is what
 * has a tensor of its own. Features are given by their index in {@link ExampleInfo#features()}.
 */
public final class FeatureLayout {
  private final int[] position;
  private final int[] width;
  private final int numberWidth;
  private final int categoryCount;
  private final int bagCount;
  private final int tensorCount;
  private final int[] bags;
  private final int[] tensors;
  private final Map<String, Integer> byName = new HashMap<>();

  private FeatureLayout(ExampleInfo info) {
    List<Feature> features = info.features();
    position = new int[features.size()];
    width = new int[features.size()];
    int numbers = 0;
    int bags = 0;
    int tensors = 0;
    for (int f = 0; f < features.size(); f++) {
      byName.put(features.get(f).name(), f);
      if (features.get(f).encoding() instanceof Encoding.Number number) {
        position[f] = numbers;
        width[f] = number.indicator() ? 2 * number.length() : number.length();
        numbers += width[f];
      } else if (features.get(f).encoding() instanceof Encoding.Bag) {
        position[f] = bags++;
      } else if (hasTensor(features.get(f).encoding())) {
        position[f] = tensors++;
      }
    }
    numberWidth = numbers;
    bagCount = bags;
    tensorCount = tensors;
    this.bags = having(features, encoding -> encoding instanceof Encoding.Bag);
    this.tensors = having(features, FeatureLayout::hasTensor);
    int[] categories = byDimension(info);
    categoryCount = categories.length;
    for (int column = 0; column < categories.length; column++) {
      position[categories[column]] = column;
    }
  }

  private static boolean hasTensor(Encoding encoding) {
    return !(encoding instanceof Encoding.Number
        || encoding instanceof Encoding.Bag
        || encoding instanceof Encoding.Category);
  }

  private static int[] having(List<Feature> features, Predicate<Encoding> property) {
    return IntStream.range(0, features.size())
        .filter(f -> property.test(features.get(f).encoding()))
        .toArray();
  }

  /** The layout of an example; the same example always has the same. */
  public static FeatureLayout of(ExampleInfo info) {
    return new FeatureLayout(info);
  }

  private static int[] byDimension(ExampleInfo info) {
    Map<String, Integer> dimensions = new HashMap<>();
    for (Table table : info.tables()) {
      dimensions.put(table.name(), table.dimension());
    }
    List<Feature> features = info.features();
    return IntStream.range(0, features.size())
        .filter(f -> features.get(f).encoding() instanceof Encoding.Category)
        .boxed()
        .sorted(
            Comparator.comparing(
                f -> dimensions.get(((Encoding.Category) features.get(f).encoding()).table())))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The index of a feature by its name. */
  public int feature(String name) {
    Integer feature = byName.get(name);
    if (feature == null) {
      throw new IllegalArgumentException(
          "no feature \"" + name + "\"; there are " + byName.keySet());
    }
    return feature;
  }

  /** Columns of the matrix of numbers. */
  public int numberWidth() {
    return numberWidth;
  }

  /** Columns of the matrix of categories. */
  public int categoryCount() {
    return categoryCount;
  }

  /** How many features are bags. */
  public int bagCount() {
    return bagCount;
  }

  /** How many features have a tensor of their own. */
  public int tensorCount() {
    return tensorCount;
  }

  /** The number of a feature among those that have a tensor of their own. */
  public int tensorIndex(int feature) {
    return position[feature];
  }

  /** The feature that is a bag, by its number among them. */
  int bag(int index) {
    return bags[index];
  }

  /** The feature that has a tensor of its own, by its number among them. */
  int tensor(int index) {
    return tensors[index];
  }

  /** The first column of a number feature. */
  public int numberOffset(int feature) {
    return position[feature];
  }

  /** The columns of a number feature, its indicators included. */
  public int numberWidth(int feature) {
    return width[feature];
  }

  /** The column of a category feature. */
  public int categoryColumn(int feature) {
    return position[feature];
  }

  /** The number of a bag feature among the bags. */
  public int bagIndex(int feature) {
    return position[feature];
  }
}
