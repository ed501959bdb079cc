import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.Huber;
import dev.espalier.dsl.IndependentTrunks;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Sgd;
import dev.espalier.dsl.TaskHead;

/** A class with getters, fields and a superclass. */
@IndependentTrunks({16})
@Sgd(learningRate = 0.1, momentum = 0.9, nesterov = true)
class Person extends Being {
  @Categorical(size = 10)
  private final int job;

  @TaskHead
  @Huber(delta = 2)
  double pay;

  private final boolean rich;

  Person(float age, int job, double pay, boolean rich) {
    super(age);
    this.job = job;
    this.pay = pay;
    this.rich = rich;
  }

  int getJob() {
    return job;
  }

  @TaskHead(hidden = 4)
  boolean isRich() {
    return rich;
  }
}

abstract class Being {
  @Numeric protected final float age;

  Being(float age) {
    this.age = age;
  }
}
