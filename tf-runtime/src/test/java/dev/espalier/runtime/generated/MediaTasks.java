package dev.espalier.runtime.generated;

import dev.espalier.dsl.Box;
import dev.espalier.dsl.Concat;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.GlobalMaxPool;
import dev.espalier.dsl.Image;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Ordinal;
import dev.espalier.dsl.RandomBrightness;
import dev.espalier.dsl.RandomCrop;
import dev.espalier.dsl.RandomFlip;
import dev.espalier.dsl.RandomZoom;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.dsl.TimeShift;
import dev.espalier.dsl.Tokenizer;
import dev.espalier.dsl.Tokens;
import dev.espalier.dsl.Waveform;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Pictures, sequences and sounds, and labels that run along them or have an order. */
@SharedTrunk(network = MediaTasks.Trunk.class)
record MediaTasks(
    @Image(height = 4, width = 3) @RandomFlip @RandomCrop(padding = 1) @RandomZoom @RandomBrightness
        byte[] picture,
    @Tokens(length = 5, dimension = 3) String[] words,
    @Tokens(along = "words", dimension = 2) Tag[] tags,
    @Tokens(length = 3, table = "words", tokenizer = Tokenizer.WORDS) String title,
    @Waveform(samples = 6, rate = 8000) @TimeShift(samples = 1) float[] sound,
    @Numeric float age,
    @TaskHead(tower = Pixels.class, along = "picture", classes = 4, ignore = 1) byte[] mask,
    @TaskHead(tower = Each.class, along = "words") Tag[] next,
    @TaskHead @Box float[] box,
    @TaskHead @Ordinal Grade grade,
    @TaskHead(classes = 2) @Ordinal Integer half) {

  enum Tag {
    A,
    B,
    C
  }

  enum Grade {
    BAD,
    FAIR,
    GOOD,
    BEST
  }

  interface Trunk {
    @Dense(4)
    @Tanh
    Tensor seen(Tensor picture);

    @GlobalAveragePool
    Tensor scene(Tensor seen);

    @Dense(4)
    @Tanh
    Tensor read(Tensor words, Tensor tags);

    @GlobalMaxPool
    Tensor sentence(Tensor read);

    @GlobalAveragePool
    Tensor name(Tensor title);

    @Dense(3)
    @Tanh
    Tensor heard(Tensor sound);

    @Concat
    Tensor out(Tensor scene, Tensor sentence, Tensor name, Tensor heard, Tensor age);
  }

  interface Pixels {
    @Dense(3)
    @Tanh
    Tensor out(Tensor seen);
  }

  interface Each {
    @Dense(3)
    @Tanh
    Tensor out(Tensor read);
  }

  static List<MediaTasks> rows() {
    SplittableRandom random = new SplittableRandom(4);
    List<MediaTasks> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      byte[] picture = new byte[36];
      random.nextBytes(picture);
      byte[] mask = new byte[12];
      for (int p = 0; p < 12; p++) {
        mask[p] = (byte) random.nextInt(4);
      }
      int count = i % 3 == 2 ? 0 : 2 + random.nextInt(5);
      String[] words = new String[count];
      Tag[] tags = new Tag[count];
      Tag[] next = new Tag[count];
      for (int w = 0; w < count; w++) {
        words[w] = "word" + random.nextInt(4);
        tags[w] = Tag.values()[random.nextInt(3)];
        next[w] = w == 1 ? null : Tag.values()[random.nextInt(3)];
      }
      float[] sound = new float[4 + i];
      for (int s = 0; s < sound.length; s++) {
        sound[s] = (float) (2 * random.nextDouble() - 1);
      }
      float[] box = {.2f + .1f * i, .5f, .3f, .1f + .05f * i};
      rows.add(
          new MediaTasks(
              picture,
              words,
              tags,
              "word1, Word2!",
              sound,
              (float) random.nextDouble(),
              i == 3 ? null : mask,
              i == 4 ? null : next,
              i == 5 ? null : box,
              i == 1 ? null : Grade.values()[i % 4],
              i % 2));
    }
    return rows;
  }
}
