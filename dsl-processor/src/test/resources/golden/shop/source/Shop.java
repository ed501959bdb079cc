package shop;

import static dev.espalier.dsl.Block.UNITS;

import dev.espalier.dsl.*;
import java.util.List;
import java.util.Set;

/** Every kind of feature and label, networks, blocks, towers, modifiers. */
@SharedTrunk(network = Shop.Trunk.class)
@L2(value = 1e-4, of = "trunk")
@Frozen("tables.shelf")
@Sgd(learningRate = 0.1, momentum = 0.9)
public record Shop(
    @Numeric(length = 3, indicator = true) float[] sizes,
    @Column("Price in Euro") @Numeric(clip = 4, missing = Missing.CONSTANT, fill = 0.5) Double price,
    @Numeric boolean inStock,
    @Categorical(dimension = 4) @Init(Initializer.GLOROT_NORMAL) Colour colour,
    @Categorical(size = 20) int shelf,
    @Categorical(table = "shelf", pooling = Pooling.TOTAL) int[] neighbours,
    @Categorical(buckets = 16) @RateScale(0.5) String name,
    @Categorical Set<Colour> offered,
    @Categorical(vocabulary = 50, unknown = Unknown.REFUSED) List<String> words,
    @RowWeight double weight,
    @Ignored String note,
    @Column(yes = "clicked") @TaskHead(tower = Tower.class) boolean click,
    @TaskHead(hidden = 4) @Given("click") Boolean buy,
    @TaskHead @CrossEntropy(smoothing = 0.1, classWeights = {1, 2, 0.5}) @LossWeight(0.5) Colour next,
    @TaskHead(classes = 3) @CrossEntropy(balanced = true) Integer rating,
    @TaskHead(tower = Price.class) @Huber(delta = 2) Float paid,
    @TaskHead(length = 2, standardize = false) @Mae @Frozen float[] delays,
    @TaskHead(length = 2) @Focal(gamma = 1.5) boolean[] flags,
    @TaskHead(tower = Tower.class) Set<Colour> bought) {

  public enum Colour { RED, @Column("light green") GREEN, BLUE }

  interface Trunk {
    @Dense(16) @BatchNorm @Relu @Dropout(0.1) Tensor wide(Tensor in);
    @Block(network = Residual.class, units = 16, repeat = 3) Tensor blocks(Tensor wide);
    @Block(network = Residual.class, units = 8) Tensor narrow(Tensor blocks);
    @Concat Tensor out(Tensor narrow, @From("features.price") Tensor price);
  }

  interface Residual {
    @Dense(UNITS) @LayerNorm @LeakyRelu(0.2) Tensor first(Tensor in);
    @Dense(value = UNITS, bias = false) @PRelu Tensor second(Tensor first);
    @Shortcut Tensor skip(Tensor in, Tensor second);
    @Add @Gelu Tensor out(Tensor second, Tensor skip);
  }

  interface Tower {
    @Dense(4) @Tanh Tensor hidden(Tensor in, Tensor colour);
    @Multiply Tensor out(Tensor hidden, Tensor colour);
  }

  interface Price {
    @Dense(4) @Tanh @L1(0.1) @Init(Initializer.HE_UNIFORM)
    Tensor hidden(Tensor in, @From("trunk.wide") Tensor wide, Tensor click, @From("tasks.buy.hidden") Tensor bought);
  }
}
