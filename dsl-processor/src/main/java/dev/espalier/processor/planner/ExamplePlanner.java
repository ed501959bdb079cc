package dev.espalier.processor.planner;

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
      component
          .mark("Categorical")
          .filter(mark -> mark.text("table").isEmpty())
          .ifPresent(mark -> tables.put(component.name(), Features.table(component, mark)));
    }
    List<FeaturePlan> features = new ArrayList<>();
    List<TaskPlan> tasks = new ArrayList<>();
    for (Component component : model.components()) {
      Features.mark(component)
          .flatMap(
              mark ->
                  Features.of(mark.name()).map(room -> room.encode(component, mark, tables::get)))
          .ifPresent(encoding -> features.add(new FeaturePlan(component, encoding)));
      component.mark("TaskHead").ifPresent(mark -> tasks.add(task(model, component, mark)));
    }
    return new ExamplePlan(
        model, List.copyOf(features), List.copyOf(tables.values()), List.copyOf(tasks));
  }

  private static TaskPlan task(ModelDeclaration model, Component label, Mark mark) {
    LabelKind room = LabelKinds.of(label.type()).orElseThrow();
    Optional<Mark> stated = Losses.marks(label).stream().findFirst();
    Mark lossMark = stated.orElseGet(() -> model.defaults().of(room.defaultLoss(), label.origin()));
    Loss loss = Losses.of(lossMark.name()).orElseThrow();
    Kind kind = Losses.learnt(room.kind(label, mark), loss);
    return new TaskPlan(
        label,
        kind,
        room.head(),
        loss.call(lossMark, kind),
        Optional.of(loss.domain()).filter(domain -> !domain.equals(Loss.ANY_NUMBERS)),
        label.mark("LossWeight").map(weight -> weight.number("value")).orElse(1.0),
        mark,
        label.mark("Given"));
  }
}
