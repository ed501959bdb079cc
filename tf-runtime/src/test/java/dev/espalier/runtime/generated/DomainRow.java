package dev.espalier.runtime.generated;

import dev.espalier.dsl.KlDivergence;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Poisson;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/** Labels that may not be any numbers. */
@SharedTrunk({2})
record DomainRow(
    @Numeric float x,
    @TaskHead @Poisson float visits,
    @TaskHead(length = 2) @Poisson float[] counts,
    @TaskHead(length = 3) @KlDivergence float[] shares) {}
