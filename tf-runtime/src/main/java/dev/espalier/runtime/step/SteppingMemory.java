package dev.espalier.runtime.step;

import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import java.util.List;

/**
 * What a balancing method has learnt in the course of a run.
 *
 * @param arrays that hold it; numbers are put back into them
 */
public record SteppingMemory(List<double[]> arrays) implements Resumable {

  @Override
  public void keep(RunState to) {
    to.put("arrays", arrays.size());
    for (int i = 0; i < arrays.size(); i++) {
      to.put(String.valueOf(i), arrays.get(i));
    }
  }

  @Override
  public void resume(RunState from) {
    if (from.count("arrays") != arrays.size()) {
      throw new ModelFileException(
          "The state of the balancing method has %d arrays; expected %d."
              .formatted(from.count("arrays"), arrays.size()));
    }
    for (int i = 0; i < arrays.size(); i++) {
      double[] array = arrays.get(i);
      System.arraycopy(from.numbers(String.valueOf(i), array.length), 0, array, 0, array.length);
    }
  }
}
