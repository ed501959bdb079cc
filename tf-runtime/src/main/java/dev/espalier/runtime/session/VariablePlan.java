package dev.espalier.runtime.session;

import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.Learning;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.model.ModelInfo.State;
import dev.espalier.runtime.session.VariableSpec.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Which variables hold a model's parameters and states.
 *
 * <p>Embedding tables of one copy with one dimension and equal options are stacked in one variable:
 * one gather serves all of them, and an optimizer updates one matrix instead of dozens.
 */
public final class VariablePlan {
  private final List<VariableSpec> parameters;
  private final List<VariableSpec> states;
  private final Map<String, Place> places = new LinkedHashMap<>();

  /** Where a path lives. */
  record Place(VariableSpec variable, Member member) {}

  private VariablePlan(List<VariableSpec> parameters, List<VariableSpec> states) {
    this.parameters = List.copyOf(parameters);
    this.states = List.copyOf(states);
    all().forEach(v -> v.members().forEach(m -> places.put(m.path(), new Place(v, m))));
  }

  /**
   * The plan of a model.
   *
   * @param rows the rows of a table by its name, known once vocabularies are learnt
   */
  public static VariablePlan of(ModelInfo info, ToIntFunction<String> rows) {
    Map<Object, List<Parameter>> groups = new LinkedHashMap<>();
    for (Parameter p : info.parameters()) {
      Object key = p.table().<Object>map(table -> stack(p, table)).orElse(p.path());
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(p);
    }
    List<VariableSpec> parameters = groups.values().stream().map(g -> variable(g, rows)).toList();
    return new VariablePlan(
        parameters, info.states().stream().map(VariablePlan::variable).toList());
  }

  /** The same plan, with tables that are read and updated by rows where a rule says so. */
  public VariablePlan byRows(Predicate<VariableSpec> rule) {
    return new VariablePlan(
        parameters.stream().map(spec -> spec.byRows(rule.test(spec))).toList(), states);
  }

  /** What tables must agree in to be stacked. */
  private record Stack(String copy, int dimension, Learning learning, List<Integer> tasks) {}

  private static Stack stack(Parameter p, String table) {
    return new Stack(
        copy(p, table), p.shape()[1], p.learning(), Arrays.stream(p.tasks()).boxed().toList());
  }

  /** {@code tables-click} of {@code tables-click.workClass}. */
  private static String copy(Parameter p, String table) {
    return p.path().substring(0, p.path().length() - table.length() - 1);
  }

  private static VariableSpec variable(List<Parameter> group, ToIntFunction<String> rows) {
    Parameter first = group.get(0);
    if (first.table().isEmpty()) {
      List<Integer> shape = Arrays.stream(first.shape()).boxed().toList();
      Member all = new Member(first.path(), shape, 0);
      return new VariableSpec(first.path(), shape, List.of(all), Optional.of(first), false);
    }
    int dimension = first.shape()[1];
    List<Member> members = new ArrayList<>();
    int row = 0;
    for (Parameter p : group) {
      int count = rows.applyAsInt(p.table().orElseThrow());
      members.add(new Member(p.path(), List.of(count, dimension), row));
      row = Math.addExact(row, count);
    }
    return new VariableSpec(
        first.path(), List.of(row, dimension), List.copyOf(members), Optional.of(first), false);
  }

  private static VariableSpec variable(State state) {
    List<Integer> shape = Arrays.stream(state.shape()).boxed().toList();
    return new VariableSpec(
        state.path(), shape, List.of(new Member(state.path(), shape, 0)), Optional.empty(), false);
  }

  /** What is learnt. */
  public List<VariableSpec> parameters() {
    return parameters;
  }

  /** What is kept and not learnt. */
  public List<VariableSpec> states() {
    return states;
  }

  /** Parameters, then states. */
  public List<VariableSpec> all() {
    List<VariableSpec> all = new ArrayList<>(parameters);
    all.addAll(states);
    return all;
  }

  /** What parameters and states start with, by path. */
  public Map<String, float[]> initialValues(ModelInfo info, long seed) {
    Map<String, float[]> values = new LinkedHashMap<>();
    for (Parameter p : info.parameters()) {
      values.put(p.path(), InitialValues.of(p, place(p.path()).member(), seed));
    }
    for (State s : info.states()) {
      float[] value = new float[place(s.path()).member().size()];
      Arrays.fill(value, s.initial());
      values.put(s.path(), value);
    }
    return values;
  }

  boolean has(String path) {
    return places.containsKey(path);
  }

  Place place(String path) {
    Place place = places.get(path);
    if (place == null) {
      throw new IllegalArgumentException("The model has no parameter or state `" + path + "`.");
    }
    return place;
  }
}
