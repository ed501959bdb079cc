package ads;

import dev.espalier.dsl.*;

/** The expert as the one trunk. */
@ModelOf(Ad.class)
@TaskAttention
@L2(value = 1e-3, of = "attention.price")
interface AdAttended {}
