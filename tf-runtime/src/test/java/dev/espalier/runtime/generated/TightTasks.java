package dev.espalier.runtime.generated;

import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tokens;

/** {@link PaddedTasks} with little padding: what it has to learn, too. */
@SharedTrunk(network = PaddedTasks.Trunk.class)
record TightTasks(@Tokens(length = 8, size = 6, dimension = 3) int[] words, @TaskHead boolean yes) {

  static TightTasks of(PaddedTasks row) {
    return new TightTasks(row.words(), row.yes());
  }
}
