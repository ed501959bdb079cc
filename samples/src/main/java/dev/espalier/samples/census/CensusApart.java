package dev.espalier.samples.census;

import dev.espalier.dsl.IndependentTrunks;
import dev.espalier.dsl.ModelOf;

/** The same trunk for each task alone: what a task learns without the other. */
@ModelOf(Census.class)
@IndependentTrunks
interface CensusApart {}
