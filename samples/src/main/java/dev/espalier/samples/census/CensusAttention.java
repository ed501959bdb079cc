package dev.espalier.samples.census;

import dev.espalier.dsl.ModelOf;
import dev.espalier.dsl.TaskAttention;

/** One trunk, of which each task sees what its mask lets through. */
@ModelOf(Census.class)
@TaskAttention
interface CensusAttention {}
