package dev.espalier.benchmarks;

import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.LazyAdam;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/**
 * The model of the benchmark of tables with a trunk of two layers, a table of ten thousand rows.
 */
@SharedTrunk({256, 128})
@LazyAdam
record SmallTableWide(
    @Numeric float price,
    @Categorical(size = 10_000, dimension = 16) int item,
    @Categorical(table = "item") int other,
    @TaskHead boolean click,
    @TaskHead float seconds) {}
