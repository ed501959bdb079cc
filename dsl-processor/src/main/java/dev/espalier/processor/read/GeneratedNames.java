package dev.espalier.processor.read;

import java.util.Set;

/** How components of generated records are called, and how they can't be. */
public final class GeneratedNames {
  private static final Set<String> OF_OBJECTS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private GeneratedNames() {}

  /** Whether every object has a method of the name, so that no record's component can have it. */
  public static boolean isOfObjects(String name) {
    return OF_OBJECTS.contains(name);
  }

  /** The name of a conditional prediction: {@code buyGivenClick}. */
  public static String conditional(String task, String condition) {
    return condition.isEmpty()
        ? task + "Given"
        : task + "Given" + Character.toUpperCase(condition.charAt(0)) + condition.substring(1);
  }
}
