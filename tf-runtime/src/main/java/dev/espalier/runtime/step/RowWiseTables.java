package dev.espalier.runtime.step;

import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Feature;
import dev.espalier.runtime.model.ModelInfo.Learning;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.RowOptimizer;
import dev.espalier.runtime.session.VariableSpec;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which embedding tables networks read, and steps update, by the rows that are looked up.
 *
 * <p>All of them under an optimizer that has another update for such rows (lazy Adam). Under one
 * whose update of the other rows is nothing anyway (plain descent, Adagrad), those where it is
 * faster: that have many rows for each that a step looks up, and no penalty, which would hold for
 * all rows. Under any other optimizer none.
 */
final class RowWiseTables implements Predicate<VariableSpec> {
  /** Rows of a table for each that a step looks up from which on single rows are faster. */
  private static final long CROSSOVER = 10;

  /** Values of a bag, which are known to nobody here. */
  private static final long VALUES_OF_BAG = 8;

  private final ExampleInfo info;
  private final Optional<RowOptimizer> optimizer;
  private final SessionOptions options;

  RowWiseTables(ExampleInfo info, Optimizer optimizer, SessionOptions options) {
    this.info = info;
    this.optimizer = optimizer.rows();
    this.options = options;
  }

  @Override
  public boolean test(VariableSpec variable) {
    boolean table = variable.parameter().flatMap(parameter -> parameter.table()).isPresent();
    if (!table || optimizer.isEmpty()) {
      return false;
    }
    return optimizer.get().always()
        || !options.wholeTables() && !penalized(variable) && isFaster(variable);
  }

  private static boolean penalized(VariableSpec variable) {
    Learning learning = variable.parameter().orElseThrow().learning();
    return learning.l1() > 0 || learning.l2() > 0;
  }

  private boolean isFaster(VariableSpec variable) {
    long lookups = 0;
    for (Feature feature : info.features()) {
      lookups += lookups(feature.encoding(), variable);
    }
    return variable.shape().get(0) >= CROSSOVER * lookups * options.batchSize();
  }

  /** Rows of a variable that an example looks up by a feature. */
  private static long lookups(Encoding encoding, VariableSpec variable) {
    if (encoding instanceof Encoding.Category category) {
      return holds(variable, category.table()) ? 1 : 0;
    } else if (encoding instanceof Encoding.Bag bag) {
      return holds(variable, bag.table()) ? VALUES_OF_BAG : 0;
    } else if (encoding instanceof Encoding.Sequence sequence) {
      return holds(variable, sequence.table()) ? sequence.length() : 0;
    }
    return 0;
  }

  /** Whether a variable holds a copy of a table: {@code tables-click.item}. */
  private static boolean holds(VariableSpec variable, String table) {
    return variable.members().stream().anyMatch(member -> member.path().endsWith("." + table));
  }
}
