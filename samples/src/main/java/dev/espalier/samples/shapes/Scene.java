package dev.espalier.samples.shapes;

import static dev.espalier.dsl.Block.STRIDE;
import static dev.espalier.dsl.Block.UNITS;

import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Block;
import dev.espalier.dsl.Box;
import dev.espalier.dsl.Conv2D;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Flatten;
import dev.espalier.dsl.GlobalMaxPool;
import dev.espalier.dsl.Image;
import dev.espalier.dsl.LossWeight;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.dsl.Upsample;

/**
 * A picture with one large shape in it and perhaps a printed word, and a model that learns all that
 * is to be said of it with one trunk.
 *
 * <p>The box's loss, half the square of an error that is a part of the picture, is small beside the
 * others' by nature; its weight makes up for that.
 *
 * @param picture the pixels, row by row: red, green and blue of each
 * @param shape what the large shape is
 * @param color its colour
 * @param word what is printed; null where nothing is: that picture teaches the word's task nothing
 * @param box where the shape is: centre, width and height as parts of the picture
 * @param mask what each pixel belongs to: {@link #BACKGROUND}, {@link #SHAPE} or {@link #PAPER}
 */
@SharedTrunk(network = Scene.Trunk.class)
public record Scene(
    @Image(height = Scene.SIZE, width = Scene.SIZE) byte[] picture,
    @TaskHead(tower = Somewhere.class) Shape shape,
    @TaskHead(tower = Somewhere.class) Color color,
    @TaskHead(tower = Reader.class) Word word,
    @TaskHead(tower = Place.class) @Box @LossWeight(50) float[] box,
    @TaskHead(tower = Outline.class, along = "picture", classes = 3) byte[] mask) {

  /** Height and width of the picture. */
  public static final int SIZE = 64;

  /** The class of pixels that are neither shape nor paper. */
  public static final byte BACKGROUND = 0;

  /** The class of the large shape's pixels, where no paper covers them. */
  public static final byte SHAPE = 1;

  /** The class of the slip of paper that the word is printed on, letters included. */
  public static final byte PAPER = 2;

  /** What is drawn. */
  public enum Shape {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    STAR,
    HEART,
    CROSS
  }

  /** In what it is painted. */
  public enum Color {
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    BLUE,
    PURPLE
  }

  /** What is printed: of equal length, so that they have to be read. */
  public enum Word {
    BIRD,
    FIRE,
    LAKE,
    LEAF,
    MOON,
    RAIN,
    ROSE,
    SNOW,
    TREE,
    WIND
  }

  /** Convolutions that halve the picture three times, to {@code [8, 8, 64]}. */
  interface Trunk {
    @Block(network = Convolved.class, units = 16, stride = 2)
    Tensor half(Tensor in);

    @Block(network = Convolved.class, units = 32, stride = 2)
    Tensor strokes(Tensor half);

    @Block(network = Convolved.class, units = 32)
    Tensor quarter(Tensor strokes);

    @Block(network = Convolved.class, units = 64, stride = 2)
    Tensor letters(Tensor quarter);

    @Block(network = Convolved.class, units = 64)
    Tensor out(Tensor letters);
  }

  /** What is seen, wherever that is. */
  interface Somewhere {
    @Block(network = Convolved.class, units = 64)
    Tensor seen(Tensor in);

    @GlobalMaxPool
    Tensor out(Tensor seen);
  }

  /** Letters beside each other, wherever they are. */
  interface Reader {
    @Block(network = Convolved.class, units = 96, repeat = 2)
    Tensor letters(Tensor in);

    @GlobalMaxPool
    Tensor out(Tensor letters);
  }

  /** Where something is: nothing is pooled, for places would be lost by it. */
  interface Place {
    @Block(network = Convolved.class, units = 32)
    Tensor seen(Tensor in);

    @Flatten
    Tensor everywhere(Tensor seen);

    @Dense(128)
    @Relu
    Tensor out(Tensor everywhere);
  }

  /** Back to the picture's size; the trunk's finer layers say where edges are. */
  interface Outline {
    @Conv2D(filters = 32, kernel = 1)
    @Relu
    Tensor what(Tensor in);

    @Upsample
    Tensor whatQuarter(Tensor what);

    @Block(network = Convolved.class, units = 24)
    Tensor atQuarter(Tensor whatQuarter, Tensor quarter);

    @Upsample
    Tensor whatHalf(Tensor atQuarter);

    @Block(network = Convolved.class, units = 16)
    Tensor atHalf(Tensor whatHalf, Tensor half);

    @Upsample
    Tensor out(Tensor atHalf);
  }

  /** A convolution. Moving statistics follow quickly, for a run has few steps. */
  interface Convolved {
    @Conv2D(filters = UNITS, stride = STRIDE)
    @BatchNorm(momentum = 0.95)
    @Relu
    Tensor out(Tensor in);
  }
}
