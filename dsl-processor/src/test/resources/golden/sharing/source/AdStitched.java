package ads;

import dev.espalier.dsl.*;

/** The expert as the trunk of each task. */
@ModelOf(Ad.class)
@CrossStitch
@RateScale(value = 10, of = "stitches")
interface AdStitched {}
