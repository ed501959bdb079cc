package dev.espalier.runtime.step;

import dev.espalier.dsl.Certainty;
import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.balance.LossBalancing;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.State;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.session.NetworkBuilder;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.session.Variables;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** The network with losses and what steps on it have in common; steps are built when first used. */
public final class TrainingGraph {
  private static final int MOST_STEPS = 64;

  /** What a step that balances by itself is built for. */
  private record DirectStep(BitSet tasks, DirectMethod method) {}

  private final Ops tf;
  private final ModelInfo info;
  private final Optimizer optimizer;
  private final Clipping clipping;
  private final Variables variables;
  private final NetworkBuilder network;
  private final ModelGraph tasks;
  private final LossSums losses;
  private final List<VariableSpec> learnable;
  private final KeptVariables kept = new KeptVariables();
  private final OptimizerSlots slots;
  private final Operand<TFloat32> lossWeights;
  private final Operand<TFloat32> logits;
  private final Operand<TFloat32> power;
  private final Operand<TBool> finite;
  private final OptimizerRates rates;
  private final Map<BitSet, StepGraph> steps = new HashMap<>();
  private final Map<BitSet, MixedStepGraph> mixedSteps = new HashMap<>();
  private final Map<DirectStep, DirectStepGraph> directSteps = new HashMap<>();
  private final Map<BitSet, GradientProducts> products = new HashMap<>();
  private final Map<BitSet, AccumulatedStepGraph> accumulated = new HashMap<>();
  private final GradientSums sums;
  private final Set<BitSet> sets = new LinkedHashSet<>();
  private int epoch = 1;
  private GradientAverages averages;
  private Representation representation;

  /**
   * Adds what steps need to a network.
   *
   * @param tf the scope for it
   * @param info the description, frozen parts as they are in this trainer
   */
  TrainingGraph(
      Ops tf,
      ModelInfo info,
      Optimizer optimizer,
      Clipping clipping,
      Variables variables,
      NetworkBuilder network,
      ModelGraph tasks) {
    this.tf = tf;
    this.info = info;
    this.optimizer = optimizer;
    this.clipping = clipping;
    this.variables = variables;
    this.network = network;
    this.tasks = tasks;
    this.losses = new LossSums(tf.withSubScope("losses"), tasks);
    this.learnable =
        variables.plan().parameters().stream()
            .filter(variable -> !variable.parameter().orElseThrow().learning().frozen())
            .filter(network::uses)
            .toList();
    this.slots = new OptimizerSlots(tf.withSubScope("slots"), optimizer, learnable, kept);
    this.finite = variables.areFinite(tf.withSubScope("finite"));
    this.lossWeights =
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(tasks.tasks().size())));
    this.logits = tf.placeholder(TFloat32.class, Placeholder.shape(lossWeights.shape()));
    this.power = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    this.sums = new GradientSums(tf.withSubScope("sums"));
    this.rates = new OptimizerRates(tf.withSubScope("rates"), optimizer, learnable);
  }

  /**
   * Steps from now on are those of an epoch. Where other parts stand still in it than before, steps
   * are built anew.
   */
  void moveTo(int now) {
    List<VariableSpec> before = movingNow();
    epoch = now;
    rates.moveTo(now);
    if (!movingNow().equals(before)) {
      steps.clear();
      mixedSteps.clear();
      directSteps.clear();
      products.clear();
      accumulated.clear();
    }
  }

  /** What steps of this epoch change. */
  private List<VariableSpec> movingNow() {
    return changing().stream().filter(this::moves).toList();
  }

  /** Whether steps of this epoch change a variable that they change in some epoch. */
  private boolean moves(VariableSpec variable) {
    return epoch
        >= variable
            .parameter()
            .map(parameter -> parameter.learning().firstEpoch())
            .orElseGet(() -> state(variable.name()).firstEpoch());
  }

  /** Whether steps of this epoch change a state. */
  boolean moves(State state) {
    return !state.frozen() && epoch >= state.firstEpoch();
  }

  /** Whether there is a step of some tasks, or still room for one; for one task there always is. */
  public boolean offers(BitSet taking) {
    return taking.cardinality() == 1 || sets.size() < MOST_STEPS || sets.contains(taking);
  }

  /** The sets of tasks that there have been steps of, which a later run may have to know. */
  public Set<BitSet> sets() {
    return sets;
  }

  /** The step of some tasks whose losses are weighed. */
  StepGraph step(BitSet taking, LossBalancing method) {
    return steps.computeIfAbsent(
        known(taking), set -> new StepGraph(tf.withSubScope("step"), this, set, method));
  }

  private BitSet known(BitSet taking) {
    BitSet own = (BitSet) taking.clone();
    sets.add(own);
    return own;
  }

  /** The step of some tasks whose losses are weighed, of a batch that is worked on in parts. */
  AccumulatedStepGraph accumulatedStep(BitSet taking, LossBalancing method, boolean scaled) {
    return accumulated.computeIfAbsent(
        known(taking),
        set -> new AccumulatedStepGraph(tf.withSubScope("accumulated"), this, set, method, scaled));
  }

  /** Where the gradients of the parts of a batch add up. */
  GradientSums sums() {
    return sums;
  }

  /** How sure the predictions of a task are in a batch. */
  Operand<TFloat32> certainty(Certainty measure, Task task, int index) {
    return new Certainties(tf.withSubScope("certainty"), this).of(measure, task, index);
  }

  /** The step of some tasks whose gradients are mixed. */
  MixedStepGraph mixedStep(BitSet taking, GradientBalancing method) {
    return mixedSteps.computeIfAbsent(
        known(taking), set -> new MixedStepGraph(tf.withSubScope("mixed"), this, set, method));
  }

  /** The step of some tasks, which all share something, that one run balances. */
  DirectStepGraph directStep(BitSet taking, DirectMethod method) {
    return directSteps.computeIfAbsent(
        new DirectStep(known(taking), method),
        step -> method.step(tf.withSubScope("direct"), this, step.tasks()));
  }

  /** The gradients of some tasks, one of which at least shares parameters, for reports. */
  GradientProducts products(BitSet of) {
    return products.computeIfAbsent(
        (BitSet) of.clone(), set -> GradientProducts.of(tf.withSubScope("products"), this, set));
  }

  /** What tasks take from the part they share. */
  public Representation representation() {
    if (representation == null) {
      representation = Representation.of(this);
    }
    return representation;
  }

  /** The averages of gradients, for methods that keep some. */
  GradientAverages averages() {
    if (averages == null) {
      averages =
          new GradientAverages(
              tf.withSubScope("averages"), tasks.tasks().size(), everShared(), kept);
    }
    return averages;
  }

  /** Variables that steps of this epoch update and that more than one task reaches. */
  List<VariableSpec> shared() {
    return everShared().stream().filter(this::moves).toList();
  }

  /** Those that more than one task reaches, with those that stand still in this epoch. */
  List<VariableSpec> everShared() {
    return learnable.stream()
        .filter(variable -> variable.parameter().orElseThrow().tasks().length > 1)
        .toList();
  }

  /** Those of the shared variables that one of some tasks reaches. */
  List<VariableSpec> shared(BitSet by) {
    return reachedBy(by, shared());
  }

  private static List<VariableSpec> reachedBy(BitSet tasks, List<VariableSpec> variables) {
    return variables.stream()
        .filter(
            variable -> ParameterSteps.takesPart(tasks, variable.parameter().orElseThrow().tasks()))
        .toList();
  }

  /** What the optimizer is fed. */
  public OptimizerRates rates() {
    return rates;
  }

  public ModelInfo info() {
    return info;
  }

  /** What the model says of a state. */
  State state(String path) {
    return info.states().stream()
        .filter(state -> state.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  public Optimizer optimizer() {
    return optimizer;
  }

  Clipping clipping() {
    return clipping;
  }

  public Variables variables() {
    return variables;
  }

  public NetworkBuilder network() {
    return network;
  }

  public ModelGraph tasks() {
    return tasks;
  }

  public LossSums losses() {
    return losses;
  }

  /** Variables that this trainer updates, if not in every epoch. */
  public List<VariableSpec> learnable() {
    return learnable;
  }

  /** Variables that steps of some epoch change: those that they update, and states. */
  List<VariableSpec> changing() {
    List<VariableSpec> changing = new ArrayList<>(learnable);
    variables.plan().states().stream()
        .filter(variable -> !state(variable.name()).frozen())
        .forEach(changing::add);
    return changing;
  }

  /** Variables that steps of this epoch update and that one of some tasks reaches. */
  List<VariableSpec> learnable(BitSet by) {
    return reachedBy(by, learnable).stream().filter(this::moves).toList();
  }

  /** Those of them that a task reaches. */
  List<VariableSpec> learnable(int task) {
    BitSet one = new BitSet();
    one.set(task);
    return learnable(one);
  }

  /** Whether each variable of the plan holds finite numbers alone. */
  Operand<TBool> finite() {
    return finite;
  }

  /** All variables that steps keep for themselves. */
  KeptVariables kept() {
    return kept;
  }

  OptimizerSlots slots() {
    return slots;
  }

  /** What each of a task's losses counts in the objective. */
  Operand<TFloat32> counts(Ops scope, int task) {
    Operand<TFloat32> weight = scope.slice(lossWeights, scope.array(task), scope.array(1));
    return scope.math.mul(losses.of(task).shares(), weight);
  }

  /** Fed: the tasks' factors in the objective, {@code [T]}. */
  Operand<TFloat32> lossWeights() {
    return lossWeights;
  }

  /** Fed to an objective of logarithms: the logits of the tasks' shares, {@code [T]}. */
  Operand<TFloat32> logits() {
    return logits;
  }

  /** Fed to an objective of logarithms: the power of the losses in the shares. */
  Operand<TFloat32> power() {
    return power;
  }
}
