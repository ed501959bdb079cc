package census;

import dev.espalier.dsl.Adam;
import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.Column;
import dev.espalier.dsl.CrossEntropy;
import dev.espalier.dsl.Ignored;
import dev.espalier.dsl.L2;
import dev.espalier.dsl.LossWeight;
import dev.espalier.dsl.Missing;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.RowWeight;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Unknown;
import java.util.Set;

/** A wide record: all kinds of features and of labels. */
@SharedTrunk({64, 32})
@Adam(learningRate = 0.01, beta1 = 0.8)
@L2(1e-4)
public record Census(
    @Numeric(clip = 4) int age,
    @Numeric(missing = Missing.CONSTANT, fill = -1, indicator = true) @Column("weeks worked")
        Double weeks,
    @Numeric(length = 3, normalize = Normalize.UNIT_INTERVAL) float[] gains,
    @Numeric boolean veteran,
    @Categorical Status status,
    @Categorical(vocabulary = 100, unknown = Unknown.REFUSED) String work,
    @Categorical(buckets = 50, dimension = 4) @L2(1e-3) String[] codes,
    @Categorical Set<Region> regions,
    @RowWeight double weight,
    @Ignored long rowId,
    @TaskHead(hidden = 8) @LossWeight(0.5) @Column(yes = "50000+.") boolean highIncome,
    @TaskHead @CrossEntropy(smoothing = 0.1, classWeights = {1, 2, 3}) Status future,
    @TaskHead(classes = 4) Integer rooms,
    @TaskHead Set<Region> moves,
    @TaskHead(length = 2, standardize = false) float[] pays,
    @TaskHead Float rent) {

  /** Constants with texts of their own. */
  public enum Status {
    @Column("Never married")
    SINGLE,
    MARRIED,
    WIDOWED
  }

  /** A plain enum. */
  public enum Region {
    NORTH,
    SOUTH
  }
}
