package dev.espalier.samples.streets;

import static dev.espalier.dsl.Block.UNITS;

import dev.espalier.dsl.AdamW;
import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Block;
import dev.espalier.dsl.Conv2D;
import dev.espalier.dsl.Conv2DTranspose;
import dev.espalier.dsl.CrossEntropy;
import dev.espalier.dsl.Dropout;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.GroupNorm;
import dev.espalier.dsl.Image;
import dev.espalier.dsl.LossWeight;
import dev.espalier.dsl.MaxPool;
import dev.espalier.dsl.RandomBrightness;
import dev.espalier.dsl.RandomCrop;
import dev.espalier.dsl.RandomFlip;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.runtime.DataException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A street as the driver sees it, and a U-Net with two tasks: what is each pixel, and what is in
 * sight at all?
 *
 * <p>The encoder is shared. The decoder is the tower of one task and takes the encoder's finer
 * layers by their names; the other task needs no more than the mean of the coarsest. Things of a
 * few pixels, such as poles and pedestrians, count more, or they would be taken for what is behind
 * them. Labels are smoothed. Pictures are few and of three drives only: decay keeps weights small,
 * and each picture's own light and tint are taken out of it.
 *
 * @param picture {@code [HEIGHT, WIDTH, 3]}
 * @param mask for each pixel the place of its {@link Thing}; {@link #VOID} where nobody said what
 *     it is, which is neither learnt nor predicted nor counted
 * @param content the things that have a pixel in the mask
 */
@SharedTrunk(network = Street.Encoder.class)
@AdamW(weightDecay = 0.3)
public record Street(
    @Image(height = Street.HEIGHT, width = Street.WIDTH)
        @RandomFlip
        @RandomCrop(padding = 8)
        @RandomBrightness
        byte[] picture,
    @TaskHead(tower = Street.Decoder.class, along = "picture", classes = 11, ignore = Street.VOID)
        @CrossEntropy(
            smoothing = 0.05,
            classWeights = {1, 1, 2, 1, 1, 1, 1.5, 1.5, 1, 2, 2})
        byte[] mask,
    @TaskHead(tower = Street.Overview.class) @LossWeight(0.2) Set<Thing> content) {
  /** Rows of pixels. */
  public static final int HEIGHT = 120;

  /** Pixels of a row. */
  public static final int WIDTH = 160;

  /** The class of pixels that are nothing of interest. */
  public static final int VOID = 11;

  /** What a pixel may be, in the order of the mask's classes. */
  public enum Thing {
    SKY,
    BUILDING,
    POLE,
    ROAD,
    PAVEMENT,
    TREE,
    SIGN,
    FENCE,
    CAR,
    PEDESTRIAN,
    BICYCLIST;

    private static final List<Thing> ALL = List.of(values());

    /** The thing that a pixel's class stands for. */
    private static Thing of(byte pixel) {
      int place = Byte.toUnsignedInt(pixel);
      if (place >= ALL.size()) {
        throw new DataException("found class " + place + " in the mask, expected 0 to " + VOID);
      }
      return ALL.get(place);
    }
  }

  /** A picture with its mask, which tells the content. */
  static Street of(byte[] picture, byte[] mask) {
    Set<Thing> content = EnumSet.noneOf(Thing.class);
    for (byte pixel : mask) {
      if (pixel != VOID) {
        content.add(Thing.of(pixel));
      }
    }
    return new Street(picture, mask, content);
  }

  /** From fine and narrow to coarse and wide; in the end a place sees most of the picture. */
  interface Encoder {
    @GroupNorm(groups = 3)
    Tensor even(Tensor in);

    @Conv2D(filters = 16)
    @BatchNorm(momentum = 0.95)
    @Relu
    Tensor full(Tensor even);

    @MaxPool(2)
    Tensor toHalf(Tensor full);

    @Block(network = TwoConvolutions.class, units = 32)
    Tensor half(Tensor toHalf);

    @MaxPool(2)
    Tensor toQuarter(Tensor half);

    @Block(network = TwoConvolutions.class, units = 64)
    Tensor quarter(Tensor toQuarter);

    @MaxPool(2)
    Tensor toEighth(Tensor quarter);

    @Block(network = TwoConvolutions.class, units = 128)
    Tensor eighth(Tensor toEighth);

    @Conv2D(filters = 128, dilation = 2)
    @BatchNorm(momentum = 0.95)
    @Relu
    Tensor around(Tensor eighth);

    @Conv2D(filters = 128, dilation = 4)
    @BatchNorm(momentum = 0.95)
    @Relu
    @Dropout(0.2)
    Tensor out(Tensor around);
  }

  interface TwoConvolutions {
    @Conv2D(filters = UNITS)
    @BatchNorm(momentum = 0.95)
    @Relu
    Tensor first(Tensor in);

    @Conv2D(filters = UNITS)
    @BatchNorm(momentum = 0.95)
    @Relu
    Tensor out(Tensor first);
  }

  /** Back to the picture's size; on the way each layer of the encoder is joined in. */
  interface Decoder {
    @Conv2DTranspose(filters = 64)
    Tensor toQuarters(Tensor in);

    @Conv2D(filters = 64)
    @BatchNorm(momentum = 0.95)
    @Relu
    Tensor quarters(Tensor toQuarters, Tensor quarter);

    @Conv2DTranspose(filters = 32)
    Tensor toHalves(Tensor quarters);

    @Conv2D(filters = 32)
    @BatchNorm(momentum = 0.95)
    @Relu
    Tensor halves(Tensor toHalves, Tensor half);

    @Conv2DTranspose(filters = 16)
    Tensor toFull(Tensor halves);

    @Conv2D(filters = 16)
    @BatchNorm(momentum = 0.95)
    @Relu
    Tensor out(Tensor toFull, Tensor full);
  }

  interface Overview {
    @GlobalAveragePool
    Tensor out(Tensor in);
  }
}
