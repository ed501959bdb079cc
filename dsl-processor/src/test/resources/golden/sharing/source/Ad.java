package ads;

import dev.espalier.dsl.*;

/** Experts of two layers, which are one method. */
@MixtureOfExperts(experts = 3, units = {16, 8})
@RateScale(value = 0.5, of = "gates")
@L2(value = 1e-4, of = "trunk")
record Ad(
    @Numeric float age,
    @Categorical(dimension = 4) Site site,
    @TaskHead(hidden = 4) boolean click,
    @TaskHead float price) {

  enum Site { NEWS, SPORT }
}
