package dev.espalier.samples.census;

import dev.espalier.dsl.ModelOf;
import dev.espalier.dsl.ProgressiveExtraction;

/** Two levels of experts, some shared and some of one task. */
@ModelOf(Census.class)
@ProgressiveExtraction(
    units = {32, 16},
    sharedExperts = 2,
    taskExperts = 2)
interface CensusExtraction {}
