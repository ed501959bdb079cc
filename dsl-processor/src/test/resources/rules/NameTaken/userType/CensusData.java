import dev.espalier.dsl.*;

class CensusData {}
