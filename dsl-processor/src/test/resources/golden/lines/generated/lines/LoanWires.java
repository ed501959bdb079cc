package lines;

import dev.espalier.dsl.Wires;
import javax.annotation.processing.Generated;

/**
 * What the layers of the networks in {@code Loan} take.
 */
@Wires({
    "Loan.Oldest#a(in)",
    "Loan.Own.Rich#b(mine)",
    "Loan.Pair#first(in)",
    "Loan.Pair#second(first)",
    "Loan.Step#a(in)",
    "Loan.Trunk#out(y,inner)",
    "Loan.Trunk#wide(all)",
    "Loan.Trunk#x(last)",
    "Loan.Trunk#y(x)"
})
@Generated("dev.espalier.processor.EspalierProcessor")
final class LoanWires {
  private LoanWires() {
  }
}
