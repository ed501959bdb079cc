package dev.espalier.runtime.step;

import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a session remembers of a run beside parameters and states.
 *
 * @param session whose state it is
 */
public record SessionMemory(ModelSession session) implements Resumable {
  private static final String ARRAYS = "arrays";
  private static final String COUNTS = "counts";

  @Override
  public void keep(RunState to) {
    TrainingState state = session.trainingState();
    to.putArrays(ARRAYS, state.arrays());
    to.put(COUNTS, counts -> state.counts().forEach(counts::put));
    int at = 0;
    Set<BitSet> sets = session.training().sets();
    to.put("sets", sets.size());
    for (BitSet set : sets) {
      to.put("set" + at++, set.stream().toArray());
    }
  }

  @Override
  public void resume(RunState from) {
    RunState counted = from.part(COUNTS);
    Map<String, Long> counts = new LinkedHashMap<>();
    counted.names().forEach(name -> counts.put(name, counted.count(name)));
    session.assign(new TrainingState(from.arrays(ARRAYS), counts));
    // Sets that come later may find no room.
    Set<BitSet> sets = session.training().sets();
    sets.clear();
    for (int i = 0; i < from.count("sets"); i++) {
      BitSet set = new BitSet();
      Arrays.stream(from.counts("set" + i)).forEach(set::set);
      sets.add(set);
    }
  }
}
