import dev.espalier.dsl.*;

@SharedTrunk({8})
class Census {
  @Numeric float age;
  @TaskHead boolean rich;
  @Column("capital gains") float gains;
}
