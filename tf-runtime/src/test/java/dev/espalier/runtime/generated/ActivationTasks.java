package dev.espalier.runtime.generated;

import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Elu;
import dev.espalier.dsl.Gelu;
import dev.espalier.dsl.HardSigmoid;
import dev.espalier.dsl.HardSwish;
import dev.espalier.dsl.Init;
import dev.espalier.dsl.Initializer;
import dev.espalier.dsl.LeakyRelu;
import dev.espalier.dsl.Mish;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.PRelu;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.Relu6;
import dev.espalier.dsl.Selu;
import dev.espalier.dsl.Sgd;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Sigmoid;
import dev.espalier.dsl.Silu;
import dev.espalier.dsl.Softmax;
import dev.espalier.dsl.Softplus;
import dev.espalier.dsl.Softsign;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A task for each activation, in a tower of its own. */
@SharedTrunk(network = ActivationTasks.Trunk.class)
@Sgd
record ActivationTasks(
    @Numeric(length = 3, normalize = Normalize.UNCHANGED) float[] x,
    @TaskHead(tower = ReluTower.class, standardize = false) float relu,
    @TaskHead(tower = Relu6Tower.class, standardize = false) float relu6,
    @TaskHead(tower = LeakyTower.class, standardize = false) float leaky,
    @TaskHead(tower = PreluTower.class, standardize = false) float prelu,
    @TaskHead(tower = EluTower.class, standardize = false) float elu,
    @TaskHead(tower = SeluTower.class, standardize = false) float selu,
    @TaskHead(tower = GeluTower.class, standardize = false) float gelu,
    @TaskHead(tower = SiluTower.class, standardize = false) float silu,
    @TaskHead(tower = MishTower.class, standardize = false) float mish,
    @TaskHead(tower = SigmoidTower.class, standardize = false) float sigmoid,
    @TaskHead(tower = HardSigmoidTower.class, standardize = false) float hardSigmoid,
    @TaskHead(tower = HardSwishTower.class, standardize = false) float hardSwish,
    @TaskHead(tower = TanhTower.class, standardize = false) float tanh,
    @TaskHead(tower = SoftplusTower.class, standardize = false) float softplus,
    @TaskHead(tower = SoftsignTower.class, standardize = false) float softsign,
    @TaskHead(tower = SoftmaxTower.class, standardize = false) float softmax) {

  interface Trunk {
    @Dense(4)
    @Tanh
    Tensor out(Tensor in);
  }

  interface ReluTower {
    @Dense(3)
    @Relu
    Tensor hidden(Tensor in);
  }

  interface Relu6Tower {
    @Dense(3)
    @Init(Initializer.ONES)
    @Relu6
    Tensor hidden(Tensor in);
  }

  interface LeakyTower {
    @Dense(3)
    @LeakyRelu(0.2)
    Tensor hidden(Tensor in);
  }

  interface PreluTower {
    @Dense(3)
    Tensor line(Tensor in);

    @PRelu
    Tensor hidden(Tensor line);
  }

  interface EluTower {
    @Dense(3)
    Tensor line(Tensor in);

    @Elu
    Tensor hidden(Tensor line);
  }

  interface SeluTower {
    @Dense(3)
    @Selu
    Tensor hidden(Tensor in);
  }

  interface GeluTower {
    @Dense(3)
    @Gelu
    Tensor hidden(Tensor in);
  }

  interface SiluTower {
    @Dense(3)
    @Silu
    Tensor hidden(Tensor in);
  }

  interface MishTower {
    @Dense(3)
    @Mish
    Tensor hidden(Tensor in);
  }

  interface SigmoidTower {
    @Dense(3)
    @Sigmoid
    Tensor hidden(Tensor in);
  }

  interface HardSigmoidTower {
    @Dense(3)
    @HardSigmoid
    Tensor hidden(Tensor in);
  }

  interface HardSwishTower {
    @Dense(3)
    @HardSwish
    Tensor hidden(Tensor in);
  }

  interface TanhTower {
    @Dense(3)
    @Tanh
    Tensor hidden(Tensor in);
  }

  interface SoftplusTower {
    @Dense(3)
    @Softplus
    Tensor hidden(Tensor in);
  }

  interface SoftsignTower {
    @Dense(3)
    @Softsign
    Tensor hidden(Tensor in);
  }

  interface SoftmaxTower {
    @Dense(3)
    Tensor line(Tensor in);

    @Softmax
    Tensor hidden(Tensor line);
  }

  static List<ActivationTasks> rows() {
    SplittableRandom random = new SplittableRandom(17);
    List<ActivationTasks> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      float[] x = {at(random), at(random), at(random)};
      rows.add(
          new ActivationTasks(
              x,
              at(random),
              at(random),
              at(random),
              at(random),
              at(random),
              at(random),
              at(random),
              at(random),
              at(random),
              at(random),
              at(random),
              at(random),
              at(random),
              at(random),
              at(random),
              at(random)));
    }
    return rows;
  }

  private static float at(SplittableRandom random) {
    return (float) (3 * random.nextDouble() - 1.5);
  }
}
