package dev.espalier.processor.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names that the user may have meant. */
public final class Near {
  private static final int MOST_LISTED = 30;

  private Near() {}

  /** The name nearest to what was written, if one is near enough to be a slip of the pen. */
  public static Optional<String> to(String written, Collection<String> names) {
    int most = Math.max(1, written.length() / 3);
    return names.stream()
        .filter(name -> distance(written, name) <= most)
        .min(
            Comparator.comparingInt((String name) -> distance(written, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** "Did you mean `wide`?" where one name is clearly nearest; else the list of what there is. */
  public static String help(String written, Collection<String> names, String what) {
    List<String> nearest = nearest(written, names);
    if (nearest.size() == 1 && 3 * distance(written, nearest.get(0)) <= written.length()) {
      return "Did you mean `" + nearest.get(0) + "`?";
    }
    String there =
        names.isEmpty()
            ? "There is no " + what + " here."
            : "There "
                + (names.size() == 1 ? "is: " : "are: ")
                + listed(names.stream().distinct().sorted().toList())
                + ".";
    return to(written, names).map(name -> "Did you mean `" + name + "`? ").orElse("") + there;
  }

  /** The names that nothing is nearer than. */
  private static List<String> nearest(String written, Collection<String> names) {
    int least = names.stream().mapToInt(name -> distance(written, name)).min().orElse(0);
    return names.stream().distinct().filter(name -> distance(written, name) == least).toList();
  }

  private static String listed(List<String> names) {
    return names.size() <= MOST_LISTED
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_LISTED))
            + " and "
            + (names.size() - MOST_LISTED)
            + " more";
  }

  /** Edits, a swap of neighbours counting as one, case as none. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 ? j : j == 0 ? i : cheapest(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int cheapest(int[][] edits, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(edits[i - 1][j - 1] + change, Math.min(edits[i - 1][j] + 1, edits[i][j - 1] + 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
