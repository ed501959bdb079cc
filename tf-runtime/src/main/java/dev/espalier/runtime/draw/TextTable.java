package dev.espalier.runtime.draw;

import java.util.List;

/**
 * Cells in columns as text, two spaces between them.
 *
 * @param lines all of as many cells, the header first
 */
public record TextTable(List<List<String>> lines) {

  /** The first column to the left, all others, which are numbers, to the right. */
  public String ofNumbers() {
    return text(false);
  }

  /** All columns to the left. */
  public String ofWords() {
    return text(true);
  }

  private String text(boolean allToTheLeft) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String pad = " ".repeat(widths[i] - line.get(i).length());
        row.append(i == 0 ? "" : "  ");
        row.append(allToTheLeft || i == 0 ? line.get(i) + pad : pad + line.get(i));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
