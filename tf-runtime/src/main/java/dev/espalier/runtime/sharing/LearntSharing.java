package dev.espalier.runtime.sharing;

import dev.espalier.runtime.EspalierException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a sharing scheme has learnt: gate weights of experts, stitches, or attention, as tables. Its
 * text is these tables one below the other.
 *
 * @param tables in the order of the trunk
 */
public record LearntSharing(List<SharingTable> tables) {

  /** Keeps a copy of the list. */
  public LearntSharing {
    tables = List.copyOf(tables);
  }

  /**
   * A table by its name: {@code gates}, {@code level 1}, {@code attention}, or a stitched layer.
   *
   * @throws EspalierException if there is none; names those that there are
   */
  public SharingTable table(String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new EspalierException(
                    "There is no table `%s`; there are %s."
                        .formatted(
                            name,
                            tables.stream()
                                .map(SharingTable::name)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * Draws all tables as heat maps into a PNG file: the darker a cell, the greater its number, which
   * is written in it; below 0 cells are red. There is the whole file or what was there before.
   *
   * @throws EspalierException when the file can't be written
   */
  public void drawTo(Path file) {
    HeatMaps.write(file, tables);
  }

  /** The tables, an empty line between them. */
  @Override
  public String toString() {
    return tables.stream().map(SharingTable::toString).collect(Collectors.joining("\n"));
  }
}
