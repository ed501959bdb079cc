package dev.espalier.runtime.balance;

import dev.espalier.dsl.CaGradRescale;
import dev.espalier.dsl.MgdaNormalization;

/** Every method with its defaults, and some with other settings. */
enum Methods {
  GRAD_NORM(Balancing.gradNorm()),
  PC_GRAD(Balancing.pcGrad()),
  MGDA(Balancing.mgda()),
  MGDA_LENGTH(Balancing.mgda(MgdaNormalization.LENGTH)),
  MGDA_LOSS(Balancing.mgda(MgdaNormalization.LOSS)),
  MGDA_BOTH(Balancing.mgda(MgdaNormalization.LOSS_TIMES_LENGTH)),
  CA_GRAD(Balancing.caGrad()),
  CA_GRAD_SMALL(Balancing.caGrad(0.01, CaGradRescale.UNSCALED)),
  CA_GRAD_MEAN(Balancing.caGrad(0, CaGradRescale.UNSCALED)),
  CA_GRAD_LARGE(Balancing.caGrad(2, CaGradRescale.ONE_PLUS_C)),
  GRAD_VAC(Balancing.gradVac()),
  IMTL_G(Balancing.imtlG()),
  NASH(Balancing.nashMtl()),
  NASH_UNCLIPPED(Balancing.nashMtl(0)),
  ALIGNED(Balancing.alignedMtl()),
  UP_GRAD(Balancing.upGrad()),
  UP_GRAD_EXACT(Balancing.upGrad(0)),
  FAIR_GRAD(Balancing.fairGrad()),
  FAIR_GRAD_LESS(Balancing.fairGrad(0.5)),
  FAIR_GRAD_MORE(Balancing.fairGrad(4)),
  DUAL_PROJ(Balancing.dualProj()),
  DUAL_PROJ_EXACT(Balancing.dualProj(0)),
  CON_FIG(Balancing.conFig()),
  MO_CO(Balancing.moCo()),
  DB_MTL(Balancing.dbMtl());

  final GradientBalancing method;

  Methods(GradientBalancing method) {
    this.method = method;
  }
}
