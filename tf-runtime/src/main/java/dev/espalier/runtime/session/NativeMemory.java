package dev.espalier.runtime.session;

/**
 * Settings of the bridge to native code that have to stand before TensorFlow is loaded.
 *
 * <p>JavaCPP refuses to work once the process holds more than four times the Java heap, which a
 * process with small heap and large tensors does rightly. Whoever sets these properties keeps them.
 */
public final class NativeMemory {
  private static final String[] LIMITS = {
    "org.bytedeco.javacpp.maxPhysicalBytes", "org.bytedeco.javacpp.maxBytes"
  };

  private NativeMemory() {}

  /** Lifts the limits that the user has not set. */
  public static void liftLimits() {
    for (String limit : LIMITS) {
      if (System.getProperty(limit) == null) {
        System.setProperty(limit, "0");
      }
    }
  }
}
