package dev.espalier.samples.census;

import java.util.List;
import java.util.Locale;

/** Sharing schemes side by side, as a table in Markdown. */
record SchemeTable(List<SchemeFigures> schemes) {

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("| scheme | parameters | high income, AUC | never married, AUC | training |\n");
    text.append("|---|---:|---:|---:|---:|\n");
    for (SchemeFigures figures : schemes) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %s | %s | %.1f s |%n",
              figures.scheme(),
              figures.parameters(),
              area(figures, CensusTask.highIncome),
              area(figures, CensusTask.neverMarried),
              figures.seconds()));
    }
    return text.toString();
  }

  private static String area(SchemeFigures figures, CensusTask task) {
    return String.format(Locale.ROOT, "%.4f ± %.4f", figures.mean(task), figures.spread(task));
  }
}
