package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.augment.Change;
import dev.espalier.runtime.data.store.Growth;
import dev.espalier.runtime.data.store.RowValues;
import java.util.Arrays;
import org.tensorflow.types.family.TType;

/** Sounds of one length, {@code [b, samples]}: silence after shorter ones, longer ones cut. */
public record EncodedSounds(int feature, int samples, RowValues<float[]> column)
    implements TensorColumn {

  @Override
  public TType tensor(BatchRows rows) {
    float[] floats = rows.scratch().floats(Growth.exact(rows.size(), samples));
    for (int i = 0; i < rows.size(); i++) {
      float[] sound = column.get(rows.row(i));
      Change change = rows.change(feature, i);
      int start = i * samples;
      Arrays.fill(floats, start, start + samples, 0);
      if (sound != null) {
        int delay = change == null ? 0 : change.delay();
        int first = Math.max(0, -delay);
        int count = Math.min(sound.length, samples - delay) - first;
        if (count > 0) {
          System.arraycopy(sound, first, floats, start + first + delay, count);
        }
      }
    }
    return rows.scratch().floatTensor(rows.size(), samples);
  }
}
