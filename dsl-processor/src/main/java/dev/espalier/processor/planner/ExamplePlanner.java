package dev.espalier.processor.planner;

import dev.espalier.processor.augmentation.Augmentation;
import dev.espalier.processor.augmentation.Augmentations;
import dev.espalier.processor.feature.Feature;
import dev.espalier.processor.feature.Features;
import dev.espalier.processor.loss.Loss;
import dev.espalier.processor.loss.Losses;
import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.FeaturePlan;
import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Table;
import dev.espalier.processor.plan.TaskPlan;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.task.LabelKind;
import dev.espalier.processor.task.LabelKinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the example of a declaration that passed its checks. */
final class ExamplePlanner {
  private ExamplePlanner() {}

  static ExamplePlan plan(ModelDeclaration model) {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (Component component : model.components()) {
      Features.table(component).ifPresent(table -> tables.put(component.name(), table));
    }
    List<FeaturePlan> features = new ArrayList<>();
    List<TaskPlan> tasks = new ArrayList<>();
    for (Component component : model.components()) {
      Features.mark(component)
          .ifPresent(mark -> features.add(feature(model, component, mark, tables)));
      component.mark("TaskHead").ifPresent(mark -> tasks.add(task(model, component, mark)));
    }
    return new ExamplePlan(
        model, List.copyOf(features), List.copyOf(tables.values()), List.copyOf(tasks));
  }

  private static FeaturePlan feature(
      ModelDeclaration model, Component component, Mark mark, Map<String, Table> tables) {
    Feature room = Features.of(mark.name()).orElseThrow();
    Feature.Beside beside =
        new Feature.Beside() {
          @Override
          public Table table(String feature) {
            return tables.get(feature);
          }

          @Override
          public Component component(String name) {
            return model.component(name).orElseThrow();
          }
        };
    return new FeaturePlan(
        component,
        room.encode(component, mark, beside),
        room.writing(component.type()),
        Augmentations.of(component, Augmentation.Stage.ROWS),
        Features.mayBeAbsent(component));
  }

  private static TaskPlan task(ModelDeclaration model, Component label, Mark mark) {
    LabelKind room = LabelKinds.of(label).orElseThrow();
    Optional<Mark> stated = Losses.marks(label).stream().findFirst();
    Mark lossMark = stated.orElseGet(() -> model.defaults().of(room.defaultLoss(), label.origin()));
    Loss loss = Losses.of(lossMark.name()).orElseThrow();
    Kind stands = room.kind(label, mark, name -> model.component(name).orElseThrow());
    Kind kind = Losses.learnt(stands, loss);
    return new TaskPlan(
        label,
        kind,
        room.head(),
        room.writing(label.type()),
        room.predicted(),
        loss.call(lossMark, kind),
        Optional.of(loss.domain()).filter(domain -> !domain.equals(Loss.ANY_NUMBERS)),
        label.mark("LossWeight").map(weight -> weight.number("value")).orElse(1.0),
        mark,
        label.mark("Given"),
        label.mark("NotAbove"));
  }
}
