package dev.espalier.runtime.transfer;

import dev.espalier.runtime.EspalierException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where a model's first weights come from, instead of its initializers: {@code
 * builder().start(Transfer.from(file).part("trunk"))}. Immutable.
 *
 * <p>A parameter or state takes over what has its path in the source, if shapes agree. What does
 * not fit keeps its initial value and stands in the {@link TransferReport}. Rows of an embedding
 * table with a learnt vocabulary are taken over value by value, for equal values have other rows in
 * another training set. Preprocessing is learnt anew.
 */
public final class Transfer {
  private final Path source;
  private final List<String> parts;
  private final UnaryOperator<String> naming;

  private Transfer(Path source, List<String> parts, UnaryOperator<String> naming) {
    this.source = source;
    this.parts = List.copyOf(parts);
    this.naming = naming;
  }

  /**
   * A transfer of all that fits.
   *
   * @param source a model file that a trainer saved, a checkpoint, a folder of checkpoints, whose
   *     newest one is taken, the folder of a SavedModel, or what the names of the files of
   *     TensorFlow's own checkpoint begin with
   * @throws EspalierException when there is no such file or folder
   */
  public static Transfer from(Path source) {
    if (!SourceWeights.isThere(source)) {
      throw new EspalierException(
          "Found nothing at %s, expected a model file, a checkpoint or a SavedModel to transfer weights from."
              .formatted(source.toAbsolutePath()));
    }
    return new Transfer(source, List.of(), UnaryOperator.identity());
  }

  /**
   * The same for a part of the new model; all of it unless one is named, and each that is named.
   *
   * @param address as in {@code frozen(...)}: {@code trunk}, {@code trunk.wide}, {@code
   *     tables.item}
   */
  public Transfer part(String address) {
    List<String> more = new ArrayList<>(parts);
    more.add(address);
    return new Transfer(source, more, naming);
  }

  /**
   * The same with names of the source changed to paths of the new model before they are compared,
   * after earlier changes: {@code naming(name -> name.replace("resnet/", "trunk."))}.
   */
  public Transfer naming(UnaryOperator<String> change) {
    return new Transfer(source, parts, name -> change.apply(naming.apply(name)));
  }

  /** The same with one name of the source meaning a path of the new model. */
  public Transfer named(String name, String path) {
    return naming(each -> each.equals(name) ? path : each);
  }

  /** Where weights come from. */
  public Path source() {
    return source;
  }

  /** Addresses of what they are for; all where there is none. */
  public List<String> parts() {
    return parts;
  }

  /** {@code trunk of pictures.espalier}. */
  @Override
  public String toString() {
    return (parts.isEmpty() ? "all" : String.join(", ", parts)) + " of " + source;
  }

  String path(String name) {
    return naming.apply(name);
  }
}
