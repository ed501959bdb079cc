import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.Column;
import dev.espalier.dsl.Focal;
import dev.espalier.dsl.Given;
import dev.espalier.dsl.IndependentTrunks;
import dev.espalier.dsl.ModelOf;
import dev.espalier.dsl.Pooling;
import dev.espalier.dsl.RmsProp;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/** Shared tables, a condition, and variants. */
@SharedTrunk({32})
record Shop(
    @Column(at = 0) @Categorical(size = 1000, dimension = 16) int item,
    @Column(at = 1) @Categorical(table = "item", pooling = Pooling.TOTAL) int[] history,
    @Column(at = 2) @Categorical long user,
    @TaskHead @Focal(gamma = 1.5) boolean click,
    @TaskHead(hidden = 8) @Given("click") boolean buy) {}

@ModelOf(Shop.class)
@IndependentTrunks
interface ShopApart {}

@ModelOf(Shop.class)
@SharedTrunk({64, 32})
@RmsProp(rho = 0.8)
interface ShopDeep {}
