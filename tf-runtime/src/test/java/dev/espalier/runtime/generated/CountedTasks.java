package dev.espalier.runtime.generated;

import dev.espalier.dsl.CrossEntropy;
import dev.espalier.dsl.Dice;
import dev.espalier.dsl.Focal;
import dev.espalier.dsl.Image;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/** {@link VoidTasks} without its classes that don't count: what it has to be, bit for bit. */
@SharedTrunk(network = VoidTasks.Trunk.class)
record CountedTasks(
    @Image(height = 3, width = 4, channels = 1) byte[] picture,
    @TaskHead(along = "picture", classes = 2, ignore = 255)
        @CrossEntropy(
            smoothing = 0.1,
            classWeights = {1, 2})
        byte[] entropy,
    @TaskHead(along = "picture", classes = 2, ignore = 255) @Focal byte[] focal,
    @TaskHead(along = "picture", classes = 2, ignore = 255) int[] plain,
    @TaskHead(along = "picture") @Dice Side[] dice,
    @TaskHead(along = "picture") @CrossEntropy(balanced = true) Side[] balanced) {

  enum Side {
    ONE,
    OTHER
  }

  static CountedTasks of(VoidTasks row) {
    byte[] entropy = new byte[VoidTasks.SIZE];
    byte[] focal = new byte[VoidTasks.SIZE];
    int[] plain = new int[VoidTasks.SIZE];
    Side[] dice = new Side[VoidTasks.SIZE];
    Side[] balanced = new Side[VoidTasks.SIZE];
    for (int p = 0; p < VoidTasks.SIZE; p++) {
      entropy[p] = (byte) (row.entropy()[p] == 1 ? 255 : row.entropy()[p] == 2 ? 1 : 0);
      focal[p] = (byte) (row.focal()[p] == 2 ? 255 : row.focal()[p]);
      plain[p] = row.plain()[p] == 0 ? 255 : row.plain()[p] - 1;
      dice[p] =
          switch (row.dice()[p]) {
            case LEFT -> null;
            case MIDDLE -> Side.ONE;
            case RIGHT -> Side.OTHER;
          };
      balanced[p] =
          switch (row.balanced()[p]) {
            case LEFT -> Side.ONE;
            case MIDDLE -> null;
            case RIGHT -> Side.OTHER;
          };
    }
    return new CountedTasks(row.picture(), entropy, focal, plain, dice, balanced);
  }
}
