package dev.espalier.samples.speech;

import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Conv1D;
import dev.espalier.dsl.Dropout;
import dev.espalier.dsl.GlobalMaxPool;
import dev.espalier.dsl.LayerNorm;
import dev.espalier.dsl.LogMelSpectrogram;
import dev.espalier.dsl.MaxPool;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.dsl.TimeShift;
import dev.espalier.dsl.Waveform;
import dev.espalier.runtime.data.sound.SoundFile;
import java.util.Locale;

/**
 * A digit that somebody says, and a model with two tasks: which digit is it, and who speaks?
 *
 * @param sound the first second; nearly all recordings are shorter
 * @param digit what is said
 * @param speaker who says it
 */
@SharedTrunk(network = Utterance.Ear.class)
public record Utterance(
    @Waveform(samples = Utterance.RATE, rate = Utterance.RATE) @TimeShift(samples = 400)
        float[] sound,
    @TaskHead(classes = 10) int digit,
    @TaskHead Speaker speaker) {

  /** Samples of a second. */
  static final int RATE = 8000;

  /** The people in the recordings. */
  public enum Speaker {
    GEORGE,
    JACKSON,
    LUCAS,
    NICOLAS,
    THEO,
    YWEWELER
  }

  /** The utterance in a file whose name is {@code digit_speaker_number.wav}. */
  static Utterance of(SoundFile file) {
    String[] name = file.nameParts();
    return new Utterance(
        file.samples(RATE),
        Integer.parseInt(name[0]),
        Speaker.valueOf(name[1].toUpperCase(Locale.ROOT)));
  }

  /** A picture of time and pitch, convolutions along the time, and what they find most of. */
  interface Ear {
    @LogMelSpectrogram(window = 256, hop = 128, bands = 40)
    @LayerNorm
    Tensor pitches(Tensor in);

    @Conv1D(filters = 64, kernel = 5)
    @BatchNorm
    @Relu
    Tensor sounds(Tensor pitches);

    @MaxPool(2)
    Tensor halved(Tensor sounds);

    @Conv1D(filters = 96, kernel = 5)
    @BatchNorm
    @Relu
    Tensor syllables(Tensor halved);

    @MaxPool(2)
    Tensor quartered(Tensor syllables);

    @Conv1D(filters = 128, kernel = 5)
    @BatchNorm
    @Relu
    Tensor words(Tensor quartered);

    @GlobalMaxPool
    @Dropout(0.3)
    Tensor out(Tensor words);
  }
}
