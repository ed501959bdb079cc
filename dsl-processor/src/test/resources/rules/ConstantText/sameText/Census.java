import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead Status status) {
  enum Status {
    @Column("never") SINGLE,
    @Column("now") MARRIED,
    @Column("never") WIDOWED
  }
}
