import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Categorical Status status,
    @TaskHead boolean rich) {
  enum Status {
    SINGLE,
    @Column("SINGLE") ALONE
  }
}
