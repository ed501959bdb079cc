package dev.espalier.benchmarks;

import dev.espalier.runtime.balance.Balancing;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** All methods of balancing by the names of their factories, with the settings they default to. */
final class BalancingMethods {
  private BalancingMethods() {}

  static SortedMap<String, Balancing> all() {
    SortedMap<String, Balancing> methods = new TreeMap<>();
    Arrays.stream(Balancing.class.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0)
        .forEach(factory -> methods.put(factory.getName(), made(factory)));
    return methods;
  }

  private static Balancing made(Method factory) {
    try {
      return (Balancing) factory.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Balancing." + factory.getName() + "() failed", e);
    }
  }
}
