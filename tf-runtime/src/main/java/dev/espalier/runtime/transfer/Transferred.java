package dev.espalier.runtime.transfer;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.file.SavedArray;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.transfer.TransferReport.Difference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Brings the weights of a source into the initial values of a model. */
public final class Transferred {
  private final Transfer transfer;
  private final SourceWeights source;
  private final Map<String, String> nameOfPath = new HashMap<>();
  private final List<String> matched = new ArrayList<>();
  private final List<Difference> different = new ArrayList<>();
  private final List<String> absent = new ArrayList<>();

  private Transferred(Transfer transfer) {
    this.transfer = transfer;
    this.source = SourceWeights.read(transfer.source());
    source.arrays().keySet().forEach(name -> nameOfPath.put(name, name));
    // What the user has named means more than what happens to have a name.
    source.arrays().keySet().stream()
        .filter(name -> !transfer.path(name).equals(name))
        .forEach(name -> nameOfPath.put(transfer.path(name), name));
  }

  /** The address of a parameter or state, by its path, as parts name them. */
  private static Map<String, String> addresses(ModelInfo info) {
    Map<String, String> addresses = new HashMap<>();
    info.parameters().forEach(p -> addresses.put(p.path(), p.address()));
    info.states().forEach(s -> addresses.put(s.path(), s.address()));
    return addresses;
  }

  /**
   * Replaces initial values by those of a source.
   *
   * @param values by path, changed here
   * @param shapes of all parameters and states by path, in the order of the model
   * @param learnt what the rows of a table stand for, from row 1 on, by its name; empty for a table
   *     without a vocabulary
   * @throws dev.espalier.runtime.ModelFileException when the source can't be read
   * @throws EspalierException when nothing of it fits
   */
  public static TransferReport into(
      Map<String, float[]> values,
      Map<String, List<Integer>> shapes,
      ModelInfo info,
      Function<String, ? extends List<?>> learnt,
      Transfer transfer) {
    Transferred work = new Transferred(transfer);
    Map<String, String> tables = new HashMap<>();
    info.parameters().forEach(p -> p.table().ifPresent(table -> tables.put(p.path(), table)));
    Map<String, String> addresses = addresses(info);
    shapes.forEach(
        (path, shape) -> {
          if (work.isAsked(addresses.get(path))) {
            work.take(path, shape, values, Optional.ofNullable(tables.get(path)), learnt);
          }
        });
    return work.report();
  }

  private boolean isAsked(String address) {
    return transfer.parts().isEmpty()
        || transfer.parts().stream()
            .anyMatch(part -> address.equals(part) || address.startsWith(part + "."));
  }

  private void take(
      String path,
      List<Integer> shape,
      Map<String, float[]> values,
      Optional<String> table,
      Function<String, ? extends List<?>> learnt) {
    Optional<SavedArray> found =
        Optional.ofNullable(nameOfPath.get(path)).map(source.arrays()::get);
    List<String> words =
        table
            .map(name -> learnt.apply(name).stream().map(String::valueOf).toList())
            .orElse(List.of());
    if (found.isEmpty()) {
      absent.add(path);
    } else if (!words.isEmpty()) {
      takeRows(path, shape, values, words, found.get());
    } else if (!found.get().shape().equals(shape)) {
      different.add(
          new Difference(path, "found shape " + found.get().shape() + ", expected " + shape));
    } else {
      values.put(path, found.get().values());
      matched.add(path);
    }
  }

  /** Rows of equal values, and row 0, which is for none. */
  private void takeRows(
      String path,
      List<Integer> shape,
      Map<String, float[]> values,
      List<String> words,
      SavedArray found) {
    int dimension = shape.get(1);
    List<String> theirs = source.words(nameOfPath.get(path)).orElse(List.of());
    if (theirs.isEmpty()) {
      different.add(
          new Difference(path, "its rows are those of a vocabulary that the source does not tell"));
      return;
    }
    List<Integer> expected = List.of(theirs.size() + 1, dimension);
    if (!found.shape().equals(expected)) {
      different.add(
          new Difference(path, "found shape " + found.shape() + ", expected " + expected));
      return;
    }
    Map<String, Integer> rows = new HashMap<>();
    for (int i = 0; i < theirs.size(); i++) {
      rows.put(theirs.get(i), i + 1);
    }
    float[] mixed = values.get(path).clone();
    System.arraycopy(found.values(), 0, mixed, 0, dimension);
    for (int i = 0; i < words.size(); i++) {
      Integer row = rows.get(words.get(i));
      if (row != null) {
        System.arraycopy(found.values(), row * dimension, mixed, (i + 1) * dimension, dimension);
      }
    }
    values.put(path, mixed);
    matched.add(path);
  }

  private TransferReport report() {
    Set<String> used = new HashSet<>();
    matched.forEach(path -> used.add(nameOfPath.get(path)));
    different.forEach(each -> used.add(nameOfPath.get(each.path())));
    List<String> skipped =
        source.arrays().keySet().stream().filter(name -> !used.contains(name)).toList();
    TransferReport report =
        new TransferReport(transfer.source(), matched, different, absent, skipped);
    if (matched.isEmpty()) {
      throw new EspalierException(
          "Nothing of the source fits the model; Transfer.naming(...) gives its names the model's"
              + " paths. "
              + report);
    }
    return report;
  }
}
