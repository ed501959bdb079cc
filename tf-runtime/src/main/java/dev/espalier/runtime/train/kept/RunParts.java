package dev.espalier.runtime.train.kept;

import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import java.util.Map;

/**
 * All that a run remembers from step to step.
 *
 * @param byName the parts
 */
record RunParts(Map<String, Resumable> byName) implements Resumable {

  @Override
  public void keep(RunState to) {
    byName.forEach(to::put);
  }

  @Override
  public void resume(RunState from) {
    byName.forEach((name, part) -> part.resume(from.part(name)));
  }
}
