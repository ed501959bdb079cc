package dev.espalier.runtime.generated;

import dev.espalier.dsl.Conv2D;
import dev.espalier.dsl.CrossEntropy;
import dev.espalier.dsl.Dice;
import dev.espalier.dsl.Focal;
import dev.espalier.dsl.Image;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Classes of pixels one of which does not count: between the others, the first and the last. */
@SharedTrunk(network = VoidTasks.Trunk.class)
record VoidTasks(
    @Image(height = 3, width = 4, channels = 1) byte[] picture,
    @TaskHead(along = "picture", classes = 3, ignore = 1)
        @CrossEntropy(
            smoothing = 0.1,
            classWeights = {1, 2})
        byte[] entropy,
    @TaskHead(along = "picture", classes = 3, ignore = 2) @Focal byte[] focal,
    @TaskHead(along = "picture", classes = 3, ignore = 0) int[] plain,
    @TaskHead(along = "picture", ignore = 0) @Dice Part[] dice,
    @TaskHead(along = "picture", ignore = 1) @CrossEntropy(balanced = true) Part[] balanced) {

  static final int SIZE = 12;

  enum Part {
    LEFT,
    MIDDLE,
    RIGHT
  }

  interface Trunk {
    @Conv2D(filters = 3)
    @Tanh
    Tensor out(Tensor picture);
  }

  static List<VoidTasks> rows() {
    SplittableRandom random = new SplittableRandom(8);
    List<VoidTasks> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      byte[] picture = new byte[SIZE];
      random.nextBytes(picture);
      byte[] bytes = new byte[SIZE];
      int[] ints = new int[SIZE];
      Part[] parts = new Part[SIZE];
      for (int p = 0; p < SIZE; p++) {
        ints[p] = random.nextInt(5) == 0 ? random.nextInt(3) : (picture[p] + 128) / 86;
        bytes[p] = (byte) ints[p];
        parts[p] = Part.values()[ints[p]];
      }
      rows.add(new VoidTasks(picture, bytes, bytes, ints, parts, parts));
    }
    return rows;
  }
}
