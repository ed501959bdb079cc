package dev.espalier.runtime.generated;

import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.Column;
import dev.espalier.dsl.Ignored;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/** A record that refuses bad rows, read from files. */
@SharedTrunk({4})
record CheckedRow(
    @Numeric double age,
    @Column("shoe size") @Numeric Integer shoe,
    @Categorical Sex sex,
    @Ignored String note,
    @Column(yes = "50000+") @TaskHead boolean rich,
    @TaskHead Float height) {

  enum Sex {
    @Column("f")
    FEMALE,
    @Column("m")
    MALE
  }

  CheckedRow {
    if (age < 0) {
      throw new IllegalArgumentException("Nobody is " + age + " years old");
    }
  }
}
