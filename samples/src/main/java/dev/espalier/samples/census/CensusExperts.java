package dev.espalier.samples.census;

import dev.espalier.dsl.MixtureOfExperts;
import dev.espalier.dsl.ModelOf;

/** Eight small trunks that both tasks share, and for each task a gate that mixes them. */
@ModelOf(Census.class)
@MixtureOfExperts(experts = 8, units = 16)
interface CensusExperts {}
