import dev.espalier.dsl.*;

@SharedTrunk({8})
@RepresentationMgda
record Census(
    @Numeric float age,
    @Numeric float hours,
    @TaskHead(stem = Old.class) boolean old,
    @TaskHead(stem = Rich.class) boolean rich) {}

interface Old {
  @Dense(8) Tensor out(Tensor age);
}

interface Rich {
  @Dense(8) Tensor out(Tensor hours);
}
