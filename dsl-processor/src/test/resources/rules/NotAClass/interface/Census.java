import dev.espalier.dsl.*;

@SharedTrunk({256, 128})
interface Census {
  @Numeric float age();

  @TaskHead boolean rich();
}
