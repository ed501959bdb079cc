package dev.espalier.runtime.data.table;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.model.ColumnBinding;
import dev.espalier.runtime.model.EnumTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which components the keys of objects belong to; by name, ignoring case and punctuation. */
final class JsonKeys {
  private static final int[] NONE = {};
  private static final int MOST_TOLD = 50;

  private final String source;
  private final List<ColumnBinding> bindings;
  private final Set<String> lacking;
  private final Map<String, int[]> byKey = new HashMap<>();
  private final boolean[] seen;

  JsonKeys(String source, List<ColumnBinding> bindings, Set<String> lacking) {
    this.source = source;
    this.bindings = bindings;
    this.lacking = lacking;
    this.seen = new boolean[bindings.size()];
    BoundColumns.requireKnown(source, bindings, lacking);
    for (ColumnBinding binding : bindings) {
      if (binding.at() >= 0) {
        throw new DataException(
            "%s: found @Column(at = %d) for \"%s\", expected a name: the values of JSON have no position"
                .formatted(source, binding.at(), binding.component()));
      }
    }
  }

  /** The components, each at a position that is its own. */
  BoundColumns columns() {
    int[] positions = new int[bindings.size()];
    List<String> labels = new ArrayList<>();
    for (int c = 0; c < positions.length; c++) {
      positions[c] = c;
      labels.add("\"" + bindings.get(c).header() + '"');
    }
    return new BoundColumns(
        positions, labels, bindings.stream().map(ColumnBinding::component).toList());
  }

  int size() {
    return bindings.size();
  }

  /** How messages call a component's key. */
  String header(int component) {
    return bindings.get(component).header();
  }

  /** The components that a key's value is for; none for most keys of many files. */
  int[] components(String key) {
    int[] known = byKey.get(key);
    if (known == null) {
      known = find(key);
      byKey.put(key, known);
      for (int component : known) {
        seen[component] = true;
      }
    }
    return known;
  }

  private int[] find(String key) {
    String plain = EnumTexts.plain(key);
    List<Integer> found = new ArrayList<>();
    for (int c = 0; c < bindings.size(); c++) {
      String header = bindings.get(c).header();
      boolean mine =
          header.equals(key) || EnumTexts.plain(header).equals(plain) && !someOther(key, header);
      if (mine && !lacking.contains(bindings.get(c).component())) {
        found.add(c);
      }
    }
    return found.isEmpty() ? NONE : found.stream().mapToInt(c -> c).toArray();
  }

  /** Whether a key is that of another component to the letter. */
  private boolean someOther(String key, String header) {
    return !header.equals(key) && bindings.stream().anyMatch(each -> each.header().equals(key));
  }

  /** Refuses components that no object had a key for; a file without objects has nothing wrong. */
  void requireAllSeen() {
    for (int c = 0; c < seen.length && !byKey.isEmpty(); c++) {
      ColumnBinding binding = bindings.get(c);
      if (!seen[c] && !lacking.contains(binding.component())) {
        throw new DataException(
            "%s: found no key \"%s\" in any line%s; there are %s. If it is not in the file, name it among those that the file lacks"
                .formatted(
                    source,
                    binding.header(),
                    binding.header().equals(binding.component())
                        ? ""
                        : ", expected one for \"" + binding.component() + "\"",
                    new TreeSet<>(byKey.keySet())
                        .stream()
                            .limit(MOST_TOLD)
                            .map(key -> '"' + key + '"')
                            .collect(Collectors.joining(", "))));
      }
    }
  }
}
