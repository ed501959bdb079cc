package dev.espalier.runtime.generated;

import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Conv2D;
import dev.espalier.dsl.Elu;
import dev.espalier.dsl.Gelu;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.HardSigmoid;
import dev.espalier.dsl.HardSwish;
import dev.espalier.dsl.Image;
import dev.espalier.dsl.LeakyRelu;
import dev.espalier.dsl.Mish;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.Relu6;
import dev.espalier.dsl.Selu;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Sigmoid;
import dev.espalier.dsl.Silu;
import dev.espalier.dsl.Softplus;
import dev.espalier.dsl.Softsign;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;

/** Convolutions with each activation, with and without a batch norm between. */
@SharedTrunk(network = FusedTasks.Trunk.class)
record FusedTasks(
    @Image(height = 6, width = 5, channels = 2) byte[] picture, @TaskHead boolean label) {

  interface Trunk {
    @Conv2D(filters = 2)
    @BatchNorm
    @Relu
    Tensor relu(Tensor in);

    @Conv2D(filters = 2)
    @Relu
    Tensor reluAlone(Tensor in);

    @Conv2D(filters = 2)
    @BatchNorm
    @Relu6
    Tensor relu6(Tensor in);

    @Conv2D(filters = 2)
    @Relu6
    Tensor relu6Alone(Tensor in);

    @Conv2D(filters = 2)
    @BatchNorm
    @Elu
    Tensor elu(Tensor in);

    @Conv2D(filters = 2)
    @Elu
    Tensor eluAlone(Tensor in);

    @Conv2D(filters = 2)
    @BatchNorm
    @Selu
    Tensor selu(Tensor in);

    @Conv2D(filters = 2)
    @Selu
    Tensor seluAlone(Tensor in);

    @Conv2D(filters = 2)
    @BatchNorm
    @LeakyRelu
    Tensor leakyRelu(Tensor in);

    @Conv2D(filters = 2)
    @LeakyRelu
    Tensor leakyReluAlone(Tensor in);

    @Conv2D(filters = 2)
    @BatchNorm
    @Gelu
    Tensor gelu(Tensor in);

    @Conv2D(filters = 2)
    @Gelu
    Tensor geluAlone(Tensor in);

    @Conv2D(filters = 2)
    @BatchNorm
    @Silu
    Tensor silu(Tensor in);

    @Conv2D(filters = 2)
    @Silu
    Tensor siluAlone(Tensor in);

    @Conv2D(filters = 2)
    @BatchNorm
    @Tanh
    Tensor tanh(Tensor in);

    @Conv2D(filters = 2)
    @Tanh
    Tensor tanhAlone(Tensor in);

    @Conv2D(filters = 2)
    @BatchNorm
    @Sigmoid
    Tensor sigmoid(Tensor in);

    @Conv2D(filters = 2)
    @Sigmoid
    Tensor sigmoidAlone(Tensor in);

    @Conv2D(filters = 2)
    @BatchNorm
    @Softplus
    Tensor softplus(Tensor in);

    @Conv2D(filters = 2)
    @Softplus
    Tensor softplusAlone(Tensor in);

    @Conv2D(filters = 2)
    @BatchNorm
    @Softsign
    Tensor softsign(Tensor in);

    @Conv2D(filters = 2)
    @Softsign
    Tensor softsignAlone(Tensor in);

    @Conv2D(filters = 2)
    @BatchNorm
    @HardSigmoid
    Tensor hardSigmoid(Tensor in);

    @Conv2D(filters = 2)
    @HardSigmoid
    Tensor hardSigmoidAlone(Tensor in);

    @Conv2D(filters = 2)
    @BatchNorm
    @HardSwish
    Tensor hardSwish(Tensor in);

    @Conv2D(filters = 2)
    @HardSwish
    Tensor hardSwishAlone(Tensor in);

    @Conv2D(filters = 2)
    @BatchNorm
    @Mish
    Tensor mish(Tensor in);

    @Conv2D(filters = 2)
    @Mish
    Tensor mishAlone(Tensor in);

    @GlobalAveragePool
    Tensor out(
        Tensor relu,
        Tensor reluAlone,
        Tensor relu6,
        Tensor relu6Alone,
        Tensor elu,
        Tensor eluAlone,
        Tensor selu,
        Tensor seluAlone,
        Tensor leakyRelu,
        Tensor leakyReluAlone,
        Tensor gelu,
        Tensor geluAlone,
        Tensor silu,
        Tensor siluAlone,
        Tensor tanh,
        Tensor tanhAlone,
        Tensor sigmoid,
        Tensor sigmoidAlone,
        Tensor softplus,
        Tensor softplusAlone,
        Tensor softsign,
        Tensor softsignAlone,
        Tensor hardSigmoid,
        Tensor hardSigmoidAlone,
        Tensor hardSwish,
        Tensor hardSwishAlone,
        Tensor mish,
        Tensor mishAlone);
  }
}
