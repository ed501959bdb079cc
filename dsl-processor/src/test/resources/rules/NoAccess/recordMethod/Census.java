import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(@Numeric float age, @Numeric float pay, @TaskHead boolean rich) {
  @Numeric
  float payPerYear() {
    return pay / age;
  }
}
