package ads;

import dev.espalier.dsl.*;

/** Two levels, of two shared experts and one of each task. */
@ModelOf(Ad.class)
@ProgressiveExtraction(units = {16, 8}, taskExperts = 1)
@Frozen({"trunk.hidden1", "gates.level1"})
interface AdLevels {}
