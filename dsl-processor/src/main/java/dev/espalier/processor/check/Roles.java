package dev.espalier.processor.check;

import dev.espalier.processor.feature.Feature;
import dev.espalier.processor.feature.Features;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.ValueType;
import dev.espalier.processor.task.LabelKinds;
import java.util.ArrayList;
import java.util.List;

/** Which annotations a component could have by its type. */
final class Roles {
  private Roles() {}

  /** The annotations of features that take a type. */
  static List<String> features(ValueType type) {
    return Features.all().stream()
        .filter(feature -> feature.takes(type))
        .map(Feature::annotation)
        .toList();
  }

  /** The same, and {@code @TaskHead} where the type can be a label. */
  static List<String> of(Component component) {
    List<String> roles = new ArrayList<>(features(component.type()));
    if (LabelKinds.of(component).isPresent()) {
      roles.add("TaskHead");
    }
    return roles;
  }

  /** Annotations as a sentence lists them: {@code @Numeric, @Categorical or @TaskHead}. */
  static String words(List<String> annotations) {
    int last = annotations.size() - 1;
    String most = String.join(", @", annotations.subList(0, last));
    return (last > 0 ? "@" + most + " or " : "") + "@" + annotations.get(last);
  }
}
