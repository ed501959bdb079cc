package dev.espalier.samples.scaling;

import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.LazyAdam;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/** The model of the guide: a table with ten million rows. */
@SharedTrunk({64})
@LazyAdam
record Visit(
    @Categorical(size = 10_000_000, dimension = 16) int item,
    @Categorical(table = "item") int before,
    @TaskHead boolean click,
    @TaskHead float seconds) {}
