package dev.espalier.runtime.model;

import dev.espalier.runtime.model.ExampleInfo.Kind;

/** What becomes of the predictions of several models. */
public enum Combination {
  /** The mean of probabilities and values. */
  AVERAGED {
    @Override
    public float[] ballot(Kind kind, float[] row) {
      return row;
    }
  },
  /**
   * The part of the models that say so: yes where a probability is above one half, the likeliest of
   * several classes; the mean of values, which nobody votes on.
   */
  VOTED {
    @Override
    public float[] ballot(Kind kind, float[] row) {
      if (kind instanceof Kind.Binary || kind instanceof Kind.MultiLabel) {
        float[] ballot = new float[row.length];
        for (int i = 0; i < row.length; i++) {
          ballot[i] = row[i] > 0.5f ? 1 : 0;
        }
        return ballot;
      }
      return kind instanceof Kind.MultiClass || kind instanceof Kind.OrderedClasses
          ? likeliest(row)
          : row;
    }
  };

  /** What a model's output for a row counts as, its mean over models being the prediction. */
  public abstract float[] ballot(Kind kind, float[] row);

  private static float[] likeliest(float[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    float[] ballot = new float[probabilities.length];
    ballot[best] = 1;
    return ballot;
  }
}
