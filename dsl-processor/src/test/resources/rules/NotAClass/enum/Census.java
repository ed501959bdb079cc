import dev.espalier.dsl.*;

@IndependentTrunks({8})
enum Census { YOUNG, OLD }
