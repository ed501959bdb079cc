package funnel.variants;

import dev.espalier.dsl.*;
import funnel.Funnel;

@ModelOf(Funnel.class)
@IndependentTrunks
@RmsProp
interface FunnelApart {}
