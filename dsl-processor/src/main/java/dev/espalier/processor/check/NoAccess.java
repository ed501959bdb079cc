package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** {@code NoAccess}: annotations on something that generated code can't read. */
final class NoAccess implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    for (Component component : model.components()) {
      if (component.getter().isEmpty() && !component.has("Ignored")) {
        report.add(
            Rule.NO_ACCESS,
            component.origin(),
            component.element() instanceof ExecutableElement method
                ? "`" + component.name() + "` " + reason(model, method) + "."
                : field(component),
            help(model, component));
      }
    }
  }

  private static String reason(ModelDeclaration model, ExecutableElement method) {
    if (model.isRecord()) {
      return "is a method of a record, and a record's components alone are part of the model";
    }
    if (!method.getParameters().isEmpty()) {
      return "takes arguments, and a getter takes none";
    }
    if (method.getReturnType().getKind() == TypeKind.VOID) {
      return "returns nothing, and a getter returns the value";
    }
    if (!method.getThrownTypes().isEmpty()) {
      return "declares exceptions, and a getter throws none";
    }
    return "is " + hidden(method) + ", so generated code can't call it";
  }

  private static String field(Component component) {
    String name = component.name();
    if (component.element().getModifiers().contains(Modifier.STATIC)) {
      return "`" + name + "` is static, so it is no part of an example.";
    }
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return "`"
        + name
        + "` is "
        + hidden(component.element())
        + " and has no getter `"
        + name
        + "()`, `get"
        + capital
        + "()` or `is"
        + capital
        + "()` that returns "
        + component.type().shown()
        + ".";
  }

  private static String hidden(Element element) {
    if (element.getModifiers().contains(Modifier.STATIC)) {
      return "static";
    }
    return element.getModifiers().contains(Modifier.PRIVATE)
        ? "private"
        : "not public, and in another package,";
  }

  private static String help(ModelDeclaration model, Component component) {
    if (model.isRecord()) {
      return "Compute it where the record is made, and make it a component.";
    }
    return component.element() instanceof ExecutableElement
        ? "Annotate a field, or a method like `float age()`."
        : "Add a getter that is not private, or make it an instance field that is not private.";
  }
}
