package dev.espalier.processor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes a source somewhere, as a slip or a misunderstanding would. */
final class Mutants {
  private static final Pattern ANNOTATION =
      Pattern.compile("@[A-Z]\\w*(\\((?:[^()]|\\([^()]*\\))*\\))?");
  private static final Pattern ARGUMENTS = Pattern.compile("(?<=@[A-Z]\\w{1,20})\\([^()]*\\)");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d[\\d.e-]*");
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final Pattern NAME = Pattern.compile("\\b[a-z]\\w*\\b");
  private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w*(\\.class)?\\b");
  private static final Pattern PRIMITIVE =
      Pattern.compile("\\b(float|double|int|long|boolean|Tensor|String|Float|Integer)\\b(\\[\\])?");
  private static final Pattern PARAMETER =
      Pattern.compile("(?:@From\\(\"[\\w.]*\"\\) )?Tensor \\w+(?:, )?(?=[\\w@) ])");
  private static final Pattern LINE = Pattern.compile("(?m)^.*;\\n");

  private static final List<String> NUMBERS =
      List.of("0", "-1", "1", "2", "1.5", "1e9", "2000000000", "16777216", "0.0 / 0.0", "\"7\"");
  private static final List<String> TEXTS =
      List.of("\"\"", "\"nothing\"", "\"in\"", "\"trunk\"", "\"tasks.rich\"", "\"a.b.c\"", "null");
  private static final List<String> TYPES =
      List.of(
          "float",
          "double[]",
          "String",
          "int",
          "long",
          "boolean",
          "Object",
          "Gone",
          "float[]",
          "java.util.List<String>",
          "java.util.Map<String, Float>",
          "char",
          "void",
          "Integer",
          "boolean[]",
          "java.time.LocalDate",
          "java.util.Set<Gone>",
          "byte[]",
          "T");
  private static final List<String> ANNOTATIONS =
      List.of(
          "@Numeric",
          "@Categorical",
          "@TaskHead",
          "@Ignored",
          "@Dense(8)",
          "@Relu",
          "@Add",
          "@Dropout(0.5)",
          "@SharedTrunk({4})",
          "@LossWeight(3)",
          "@Mse",
          "@Focal",
          "@L2(0.1)",
          "@Frozen",
          "@Given(\"click\")",
          "@Gone",
          "@Block(network = Residual.class)",
          "@Adam",
          "@ModelOf(Shop.class)",
          "@From(\"in\")",
          "@RowWeight",
          "@Column(at = 1)",
          "@Override");

  private final List<BiFunction<String, Random, String>> changes =
      List.of(
          (source, random) -> replace(source, ANNOTATION, "", random),
          (source, random) -> replace(source, ANNOTATION, one(ANNOTATIONS, random), random),
          (source, random) -> replace(source, ARGUMENTS, "", random),
          (source, random) -> replace(source, NUMBER, one(NUMBERS, random), random),
          (source, random) -> replace(source, TEXT, one(TEXTS, random), random),
          (source, random) -> replace(source, NAME, other(source, NAME, random), random),
          (source, random) -> replace(source, TYPE, other(source, TYPE, random), random),
          (source, random) -> replace(source, PRIMITIVE, one(TYPES, random), random),
          (source, random) -> replace(source, PARAMETER, "", random),
          (source, random) -> replace(source, LINE, "", random),
          Mutants::slip,
          Mutants::annotate);

  /** A source with one change; the same for the same seed. */
  String mutant(String source, long seed) {
    Random random = new Random(seed);
    int imports = Math.max(0, source.lastIndexOf("import "));
    int body = source.indexOf('\n', imports) + 1;
    String changed = source;
    while (changed.equals(source)) {
      changed =
          source.substring(0, body)
              + changes.get(random.nextInt(changes.size())).apply(source.substring(body), random);
    }
    return changed;
  }

  /** One letter too much or too few in a name. */
  private static String slip(String source, Random random) {
    String name = other(source, NAME, random);
    String wrong =
        random.nextBoolean() ? name + name.charAt(0) : name.substring(0, name.length() - 1);
    return replace(source, Pattern.compile("\\b" + name + "\\b"), wrong, random);
  }

  /** One annotation more. */
  private static String annotate(String source, Random random) {
    Matcher matcher = ANNOTATION.matcher(source);
    List<Integer> places = new ArrayList<>();
    while (matcher.find()) {
      places.add(matcher.start());
    }
    int place = places.get(random.nextInt(places.size()));
    return source.substring(0, place) + one(ANNOTATIONS, random) + " " + source.substring(place);
  }

  private static String one(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static String other(String source, Pattern pattern, Random random) {
    List<String> all = pattern.matcher(source).results().map(match -> match.group()).toList();
    return one(all, random);
  }

  private static String replace(String source, Pattern pattern, String by, Random random) {
    List<int[]> places =
        pattern
            .matcher(source)
            .results()
            .map(match -> new int[] {match.start(), match.end()})
            .toList();
    if (places.isEmpty()) {
      return source;
    }
    int[] place = places.get(random.nextInt(places.size()));
    return source.substring(0, place[0]) + by + source.substring(place[1]);
  }
}
