package ads;

import dev.espalier.dsl.*;

/** Experts of one layer. */
@ModelOf(Ad.class)
@MixtureOfExperts(experts = 8, units = 16)
interface AdWide {}
