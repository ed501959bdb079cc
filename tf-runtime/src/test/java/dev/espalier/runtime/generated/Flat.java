package dev.espalier.runtime.generated;

import dev.espalier.dsl.AdamW;
import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.ClipByGlobalNorm;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.RateScale;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/** The model of the guide of optimizing. */
@SharedTrunk({64, 32})
@AdamW(learningRate = 1e-3, weightDecay = 0.01)
@ClipByGlobalNorm(1)
@RateScale(value = 0.1, of = "tables")
record Flat(
    @Numeric float area,
    @Categorical String street,
    @TaskHead float rent,
    @TaskHead boolean vacant) {}
