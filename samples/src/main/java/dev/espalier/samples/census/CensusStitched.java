package dev.espalier.samples.census;

import dev.espalier.dsl.CrossStitch;
import dev.espalier.dsl.ModelOf;

/** A trunk for each task, stitched together after its layer. */
@ModelOf(Census.class)
@CrossStitch
interface CensusStitched {}
