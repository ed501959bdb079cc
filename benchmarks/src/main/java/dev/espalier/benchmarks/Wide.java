package dev.espalier.benchmarks;

import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/** The model of the training benchmark: its trainer is generated. */
@SharedTrunk({256, 128})
record Wide(
    @Numeric(length = WideRows.FEATURES, normalize = Normalize.UNCHANGED) float[] x,
    @TaskHead(hidden = 64) float first,
    @TaskHead(hidden = 64) float second) {}
