package dev.espalier.runtime.file;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.espalier.runtime.model.ModelInfo.Needs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A description as JSON; the same description always gives the same bytes. */
final class DescriptionJson {
  static final String FORMAT = "espalier-model";
  static final int VERSION = 1;

  private DescriptionJson() {}

  /** A description and the arrays that belong to it, as bytes. */
  static byte[] write(SavedModel model) throws IOException {
    ModelDescription description = model.description();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", FORMAT);
    tree.put("version", VERSION);
    tree.put("model", description.model());
    tree.put("sharing", description.sharing());
    tree.put("modelHash", description.modelHash());
    tree.put("exampleHash", description.exampleHash());
    tree.put("needs", description.needs().stream().map(DescriptionJson::needs).toList());
    tree.put("variables", description.variables());
    tree.put("parameters", shapes(model.parameters()));
    tree.put("states", shapes(model.states()));
    tree.put("preprocessing", description.preprocessing());
    return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asBytes(tree);
  }

  private static Map<String, Object> shapes(Map<String, SavedArray> arrays) {
    Map<String, Object> shapes = new LinkedHashMap<>();
    arrays.forEach((path, array) -> shapes.put(path, array.shape()));
    return shapes;
  }

  /** The tree of a description, of this format and version; an exception says what it is else. */
  static Map<String, Object> parse(byte[] bytes) throws IOException {
    Map<String, Object> tree = JSON.std.mapFrom(bytes);
    if (!FORMAT.equals(tree.get("format"))) {
      throw new IOException("its format is `" + tree.get("format") + "`, expected " + FORMAT);
    }
    if (!Integer.valueOf(VERSION).equals(tree.get("version"))) {
      throw new IOException(
          "its format has version "
              + tree.get("version")
              + ", this version of Espalier reads "
              + VERSION);
    }
    return tree;
  }

  /** The description in a tree. */
  static ModelDescription description(Map<String, Object> tree) throws IOException {
    return new ModelDescription(
        get(tree, "model", String.class),
        get(tree, "sharing", String.class),
        get(tree, "modelHash", String.class),
        get(tree, "exampleHash", String.class),
        needs(tree),
        lists(tree, "variables", String.class),
        object(tree, "preprocessing"));
  }

  /** The paths of arrays with their shapes. */
  static Map<String, List<Integer>> shapes(Map<String, Object> tree, String key)
      throws IOException {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : object(tree, key).entrySet()) {
      shapes.put(entry.getKey(), list(entry.getValue(), Integer.class));
    }
    return shapes;
  }

  private static <T> T get(Map<String, Object> tree, String key, Class<T> type) throws IOException {
    Object value = tree.get(key);
    if (!type.isInstance(value)) {
      throw new IOException("its description has no `" + key + "`");
    }
    return type.cast(value);
  }

  private static Map<String, Object> object(Map<String, Object> tree, String key)
      throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    Map<?, ?> found = get(tree, key, Map.class);
    found.forEach((name, value) -> object.put(String.valueOf(name), value));
    return object;
  }

  private static Map<String, Object> needs(Needs needs) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("features", Arrays.stream(needs.features()).boxed().toList());
    tree.put("tasks", Arrays.stream(needs.tasks()).boxed().toList());
    return tree;
  }

  private static List<Needs> needs(Map<String, Object> tree) throws IOException {
    List<Needs> needs = new ArrayList<>();
    for (Object inner : get(tree, "needs", List.class)) {
      if (!(inner instanceof Map<?, ?> map)) {
        throw new IOException("its description holds `" + inner + "` as needs of a task");
      }
      needs.add(new Needs(indices(map.get("features")), indices(map.get("tasks"))));
    }
    return needs;
  }

  private static int[] indices(Object value) throws IOException {
    return list(value, Integer.class).stream().mapToInt(Integer::intValue).toArray();
  }

  private static <T> List<List<T>> lists(Map<String, Object> tree, String key, Class<T> type)
      throws IOException {
    List<List<T>> lists = new ArrayList<>();
    for (Object inner : get(tree, key, List.class)) {
      lists.add(list(inner, type));
    }
    return lists;
  }

  private static <T> List<T> list(Object value, Class<T> type) throws IOException {
    if (value instanceof List<?> list && list.stream().allMatch(type::isInstance)) {
      return list.stream().<T>map(type::cast).toList();
    }
    throw new IOException("its description holds `" + value + "` where a list was expected");
  }
}
