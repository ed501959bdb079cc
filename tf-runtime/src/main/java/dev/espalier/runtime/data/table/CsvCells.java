package dev.espalier.runtime.data.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The cells of one line after the other. */
final class CsvCells extends Cells {
  private final String source;
  private final Path folder;
  private final char listSeparator;
  private final Set<String> emptyTexts;
  private CsvRecord line;

  CsvCells(String source, Path folder, CsvFormat format, BoundColumns columns) {
    super(columns);
    this.source = source;
    this.folder = folder;
    this.listSeparator = format.listSeparator();
    this.emptyTexts = format.emptyTexts();
  }

  void moveTo(CsvRecord newLine) {
    line = newLine;
  }

  @Override
  String cell(int component) {
    if (position(component) < 0) {
      return null;
    }
    String text = line.getField(position(component)).strip();
    return text.isEmpty() || emptyTexts.contains(text) ? null : text;
  }

  @Override
  CellList list(int component) {
    String text = cell(component);
    return text == null
        ? null
        : new TextList(this, component, split(text, listSeparator, emptyTexts));
  }

  /** The elements of {@code 1;2} or {@code [1, 2]}; empty ones are empty texts. */
  static String[] split(String text, char separator, Set<String> emptyTexts) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String inner = bracketed ? text.substring(1, text.length() - 1).strip() : text;
    if (inner.isEmpty()) {
      return new String[0];
    }
    char between = bracketed ? ',' : separator;
    List<String> elements = new ArrayList<>();
    int from = 0;
    while (from <= inner.length()) {
      int to = inner.indexOf(between, from);
      String element = inner.substring(from, to < 0 ? inner.length() : to).strip();
      elements.add(emptyTexts.contains(element) ? "" : element);
      from = to < 0 ? inner.length() + 1 : to + 1;
    }
    return elements.toArray(String[]::new);
  }

  @Override
  String row() {
    return source + ", line " + line.getStartingLineNumber();
  }

  @Override
  Path folder() {
    return folder;
  }

  @Override
  String nothing() {
    return "an empty cell";
  }
}
