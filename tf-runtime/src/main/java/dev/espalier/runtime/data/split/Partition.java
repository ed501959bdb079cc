package dev.espalier.runtime.data.split;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import java.util.Optional;
import java.util.function.Function;

/** A data set divided into parts: found out by one walk over it, when it is first asked for. */
final class Partition<E> {
  private final Dataset<E> data;
  private final Optional<Function<? super E, ?>> label;
  private final Optional<Function<? super E, ?>> group;
  private final Shares shares;
  private final long seed;
  private Optional<Membership<E>> found = Optional.empty();

  Partition(
      Dataset<E> data,
      Optional<Function<? super E, ?>> label,
      Optional<Function<? super E, ?>> group,
      Shares shares,
      long seed) {
    this.data = data;
    this.label = label;
    this.group = group;
    this.shares = shares;
    this.seed = seed;
  }

  /** Which part each row belongs to. */
  synchronized Membership<E> membership() {
    if (found.isEmpty()) {
      found = Optional.of(group.isPresent() ? byGroup(group.get()) : byRow());
    }
    return found.get();
  }

  private Membership<E> byRow() {
    Strata strata = new Strata();
    data.read(example -> strata.add(label.map(of -> String.valueOf(of.apply(example))).orElse("")));
    byte[] parts = strata.divide(shares, seed);
    int[] counts = new int[shares.count()];
    for (byte part : parts) {
      counts[part]++;
    }
    require(counts, parts.length, "rows");
    return new Membership.ByRow<>(data.name(), parts);
  }

  private Membership<E> byGroup(Function<? super E, ?> key) {
    Groups groups = new Groups();
    long[] rows = new long[1];
    data.read(
        example -> {
          Object of = key.apply(example);
          if (of == null) {
            throw new DataException(
                "%s, row %d: found null, expected a group".formatted(data.name(), rows[0]));
          }
          rows[0]++;
          groups.add(
              String.valueOf(of),
              label.map(each -> String.valueOf(each.apply(example))).orElse(""));
        });
    var parts = groups.divide(shares, seed);
    int[] counts = new int[shares.count()];
    parts.values().forEach(part -> counts[part]++);
    require(counts, parts.size(), "groups");
    return new Membership.ByGroup<>(data.name(), key, parts);
  }

  /** Refuses parts that would be empty and should not be. */
  private void require(int[] counts, int all, String what) {
    for (int p = 0; p < counts.length; p++) {
      if (shares.of()[p] > 0 && counts[p] == 0) {
        throw new DataException(
            "%s: found %d %s, expected more: of %d parts, that of share %s would have none"
                .formatted(data.name(), all, what, shares.wanted(), shares.of()[p]));
      }
    }
  }
}
