package dev.espalier.benchmarks;

import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/** The model of the training benchmark with eight tasks instead of two. */
@SharedTrunk({256, 128})
record WideEight(
    @Numeric(length = WideRows.FEATURES, normalize = Normalize.UNCHANGED) float[] x,
    @TaskHead(hidden = 64) float t1,
    @TaskHead(hidden = 64) float t2,
    @TaskHead(hidden = 64) float t3,
    @TaskHead(hidden = 64) float t4,
    @TaskHead(hidden = 64) float t5,
    @TaskHead(hidden = 64) float t6,
    @TaskHead(hidden = 64) float t7,
    @TaskHead(hidden = 64) float t8) {}
