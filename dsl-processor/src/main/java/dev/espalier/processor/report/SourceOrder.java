package dev.espalier.processor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/**
 * The order in which places stand in the source, as far as compilers tell: top-level types as they
 * are met, in them members, in them annotations.
 */
final class SourceOrder implements Comparator<Origin> {
  private final Map<Element, Integer> types = new LinkedHashMap<>();

  @Override
  public int compare(Origin first, Origin second) {
    List<Integer> left = path(first);
    List<Integer> right = path(second);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (!left.get(i).equals(right.get(i))) {
        return left.get(i) - right.get(i);
      }
    }
    return left.size() - right.size();
  }

  /** Positions from the top-level type in; annotations before what is inside. */
  private List<Integer> path(Origin origin) {
    List<Integer> path = new ArrayList<>();
    Element each = origin.element();
    origin.show(
        (element, annotation, value) ->
            path.add(
                annotation == null
                    ? element.getAnnotationMirrors().size()
                    : element.getAnnotationMirrors().indexOf(annotation)));
    while (each.getEnclosingElement() != null
        && each.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      Element around = each.getEnclosingElement();
      int members = around.getAnnotationMirrors().size() + 1;
      path.add(0, members + siblings(around).indexOf(each));
      each = around;
    }
    Element top = each;
    path.add(0, types.computeIfAbsent(top, key -> types.size()));
    return path;
  }

  private static List<? extends Element> siblings(Element around) {
    return around instanceof ExecutableElement method
        ? method.getParameters()
        : around.getEnclosedElements();
  }
}
