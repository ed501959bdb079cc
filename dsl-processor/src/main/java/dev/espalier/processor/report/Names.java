package dev.espalier.processor.report;

import java.util.List;

/** Names as messages enumerate them. */
public final class Names {
  private Names() {}

  /** In backticks: {@code `a`, `b` and `c`}. */
  public static String of(List<String> names) {
    List<String> quoted = names.stream().map(name -> "`" + name + "`").toList();
    int last = quoted.size() - 1;
    return last < 1
        ? String.join("", quoted)
        : String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
  }
}
