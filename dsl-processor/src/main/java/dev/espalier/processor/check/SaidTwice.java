package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** {@code SaidTwice}: a component declared by field and getter, or again along the inheritance. */
final class SaidTwice implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    Map<String, Component> first = new LinkedHashMap<>();
    for (Component component : model.components()) {
      Component before = first.putIfAbsent(component.name(), component);
      if (before != null && component.getter().isPresent()) {
        Element owner = before.element().getEnclosingElement();
        boolean here = owner.equals(component.element().getEnclosingElement());
        report.add(
            Rule.SAID_TWICE,
            component.marks().get(0).origin(),
            "`"
                + component.name()
                + "` is declared by "
                + words(before)
                + (here ? "" : " of `" + owner.getSimpleName() + "`")
                + " and again by "
                + words(component)
                + (here
                    ? "."
                    : " of `" + component.element().getEnclosingElement().getSimpleName() + "`."),
            "Annotate one of them.");
      }
    }
  }

  private static String words(Component component) {
    return component.element() instanceof ExecutableElement ? "the getter" : "the field";
  }
}
