import dev.espalier.dsl.*;

/** A nested class with fields and getters, one of them inherited, in the unnamed package. */
final class Plant {
  abstract static class Measured {
    @Numeric private final float temperature;

    Measured(float temperature) { this.temperature = temperature; }

    public float getTemperature() { return temperature; }
  }

  @SharedTrunk({32})
  @AdamW(weightDecay = 0.05)
  static class Telemetry extends Measured {
    @Numeric private final long speed;
    @Categorical final int größe;
    private final boolean fault;

    Telemetry(long speed, int größe, boolean fault, float temperature) {
      super(temperature);
      this.speed = speed;
      this.größe = größe;
      this.fault = fault;
    }

    public long getSpeed() { return speed; }

    @TaskHead public boolean isFault() { return fault; }
  }
}
