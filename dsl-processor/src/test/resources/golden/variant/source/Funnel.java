package funnel;

import dev.espalier.dsl.*;

@SharedTrunk({16, 8})
public record Funnel(
    @Categorical(buckets = 100, dimension = 4) String user,
    @Categorical(vocabulary = 1000, dimension = 4) String item,
    @TaskHead(tower = Plain.class) boolean click,
    @TaskHead(tower = Informed.class) boolean buy) {

  interface Plain {
    @Dense(4) @Relu Tensor hidden(Tensor in);
  }

  interface Informed {
    @Dense(4) @Relu Tensor own(Tensor in);
    @Dense(4) @Tanh Tensor told(@From("tasks.click.hidden") Tensor clickHidden);
    @Dense(4) @Relu Tensor out(Tensor own, Tensor told, Tensor click);
  }
}
