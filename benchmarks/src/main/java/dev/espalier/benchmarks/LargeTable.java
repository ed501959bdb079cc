package dev.espalier.benchmarks;

import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.LazyAdam;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/** The model of the benchmark of tables, with a table of a million rows. */
@SharedTrunk({64})
@LazyAdam
record LargeTable(
    @Numeric float price,
    @Categorical(size = 1_000_000, dimension = 16) int item,
    @Categorical(table = "item") int other,
    @TaskHead boolean click,
    @TaskHead float seconds) {}
