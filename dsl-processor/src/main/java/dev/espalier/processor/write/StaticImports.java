package dev.espalier.processor.write;

import dev.espalier.processor.plan.Operation;
import java.util.Set;
import java.util.TreeSet;

/** The methods of the runtime's graph package that a file calls, as static imports. */
final class StaticImports {
  private final Set<String> imports = new TreeSet<>();

  /** Imports a method, and returns its simple name. */
  String method(String type, String method) {
    imports.add(type + "." + method);
    return method;
  }

  /** Imports an operation's method, and returns its simple name. */
  String method(Operation operation) {
    return method(operation.type(), operation.method());
  }

  /** Whether a method of that name is imported, so that none of the file's own may have it. */
  boolean has(String method) {
    return imports.stream().anyMatch(each -> each.endsWith("." + method));
  }

  /** All of them, sorted. */
  Set<String> all() {
    return imports;
  }
}
