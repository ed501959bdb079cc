package dev.espalier.runtime.data.table;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.model.CellType;
import dev.espalier.runtime.model.ColumnBinding;
import dev.espalier.runtime.model.EnumTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the components of an example stand in one source.
 *
 * @param positions by component, from 0; -1 for one that has no column
 * @param labels by component, as messages name the column
 * @param components names in the code
 */
record BoundColumns(int[] positions, List<String> labels, List<String> components) {

  /**
   * Finds every component, or says which columns there are.
   *
   * @param headers the names of the columns; empty when they have none
   * @param lacking components that have no column
   * @param hint what else may be wrong where a column isn't found
   */
  static BoundColumns find(
      String source,
      List<ColumnBinding> bindings,
      List<String> headers,
      int columns,
      Set<String> lacking,
      String hint) {
    requireKnown(source, bindings, lacking);
    int[] positions = new int[bindings.size()];
    for (int c = 0; c < positions.length; c++) {
      ColumnBinding binding = bindings.get(c);
      if (lacking.contains(binding.component())) {
        positions[c] = -1;
        continue;
      }
      positions[c] = binding.at() >= 0 ? binding.at() : named(source, binding, headers, hint);
      if (positions[c] >= columns) {
        throw new DataException(
            "%s: found %d columns, expected one at position %d (from 0) for \"%s\""
                .formatted(source, columns, positions[c], binding.component()));
      }
    }
    return new BoundColumns(
        positions,
        bindings.stream().map(b -> label(b, headers, lacking)).toList(),
        bindings.stream().map(ColumnBinding::component).toList());
  }

  /**
   * Checks the types that columns have against what components take, all of them at once.
   *
   * @param types by column
   * @throws DataException when one can't be taken
   */
  void requireTypes(String source, List<ColumnBinding> bindings, List<ColumnType> types) {
    List<String> misfits = new ArrayList<>();
    for (int c = 0; c < positions.length; c++) {
      CellType wanted = bindings.get(c).type();
      if (positions[c] >= 0 && !types.get(positions[c]).fits(wanted)) {
        misfits.add(
            "found %s of type %s, expected %s for \"%s\" (%s)"
                .formatted(
                    labels.get(c),
                    types.get(positions[c]).name(),
                    wanted.words(),
                    components.get(c),
                    wanted.java()));
      }
    }
    if (!misfits.isEmpty()) {
      throw new DataException(source + ": " + String.join("; ", misfits));
    }
  }

  static void requireKnown(String source, List<ColumnBinding> bindings, Set<String> lacking) {
    List<String> components = bindings.stream().map(ColumnBinding::component).toList();
    for (String name : lacking.stream().sorted().toList()) {
      if (!components.contains(name)) {
        throw new DataException(
            "%s: found lacking(\"%s\"), expected a component; there are %s"
                .formatted(source, name, quoted(components)));
      }
    }
  }

  private static String label(ColumnBinding binding, List<String> headers, Set<String> lacking) {
    if (lacking.contains(binding.component())) {
      return "\"" + binding.component() + "\", which the file lacks";
    }
    return binding.at() >= 0
        ? "column " + binding.at()
        : "column \"" + headers.get(named("", binding, headers, "")) + '"';
  }

  private static int named(
      String source, ColumnBinding binding, List<String> headers, String hint) {
    if (headers.isEmpty()) {
      throw new DataException(
          "%s: found no header, expected one to find \"%s\"; without a header give its position, as in @Column(at = 0)"
              .formatted(source, binding.component()));
    }
    int exact = headers.indexOf(binding.header());
    if (exact >= 0) {
      return exact;
    }
    String plain = EnumTexts.plain(binding.header());
    int found = -1;
    for (int h = 0; h < headers.size(); h++) {
      if (!EnumTexts.plain(headers.get(h)).equals(plain)) {
        continue;
      }
      if (found >= 0) {
        throw new DataException(
            "%s: found columns \"%s\" and \"%s\", expected one for \"%s\"; @Column can name it"
                .formatted(source, headers.get(found), headers.get(h), binding.component()));
      }
      found = h;
    }
    if (found < 0) {
      throw new DataException(
          "%s: found no column \"%s\"%s; there are %s%s"
              .formatted(
                  source,
                  binding.header(),
                  binding.header().equals(binding.component())
                      ? ""
                      : ", expected one for \"" + binding.component() + "\"",
                  quoted(headers),
                  hint));
    }
    return found;
  }

  private static String quoted(List<String> headers) {
    return headers.stream().map(h -> '"' + h + '"').collect(Collectors.joining(", "));
  }
}
