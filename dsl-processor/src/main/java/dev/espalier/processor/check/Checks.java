package dev.espalier.processor.check;

import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.Networks;
import dev.espalier.processor.report.Report;
import java.util.List;

/**
 * All rules about declarations, by stage. A stage is looked at when the stages before it found
 * nothing wrong; within a stage everything is reported.
 */
public final class Checks {
  private final List<List<Check>> stages;
  private final NotAModel notAModel;
  private final NameTaken nameTaken;

  /** The rules for one compilation. */
  public Checks(Round round) {
    this.notAModel = new NotAModel(round);
    this.nameTaken = new NameTaken(round);
    this.stages =
        List.of(
            List.of(new NotAClass(), new NotAVariant(round)),
            List.of(
                new OutOfReach(),
                new NoTasks(),
                new NoFeatures(),
                new Unsaid(),
                new TwoRoles(),
                new NoAccess(),
                new SaidTwice(),
                nameTaken,
                new ReservedName(),
                new MisplacedOnComponent(),
                new TooManyColumns(),
                new TwoOfAKind(),
                new NoTrunk(),
                new OneTask()),
            List.of(
                new OutOfRange(),
                new FeatureType(),
                new RowWeightType(),
                new EachFeature(
                    new UnknownAlong(),
                    new LengthMissing(),
                    new SeveralVocabularies(),
                    new SharedTable(),
                    new PictureChannels(),
                    new PictureAlong(),
                    new SilentFeatureValue(),
                    new AugmentationSize()),
                new ConstantText(round),
                new NotALabel(),
                new EachLabel(
                    new AlongWhat(),
                    new BoxMoved(),
                    new ClassesMissing(),
                    new ClassesKnown(),
                    new OneClass(),
                    new StrayTag(),
                    new TwoLosses(),
                    new LossMisfit(),
                    new ClassWeightCount(),
                    new ResampledLabel(),
                    new TowerSaidTwice(),
                    TaskBefore.GIVEN,
                    TaskBefore.NOT_ABOVE,
                    new SilentHeadValue()),
                new OneTaskBalanced()),
            List.of(
                new NotANetwork(),
                new NamesLost(),
                new EachNetwork(
                    new MisplacedOnNetwork(),
                    new NotALayer(),
                    new SameName(),
                    new OwnName(),
                    new SilentBlockValue(),
                    new EachLayer(
                        new TwoLayers(),
                        new LineOrder(),
                        new InputCount(),
                        new ReservedLayerName(),
                        new MisplacedOnLayer(),
                        new LayerOutOfRange()))),
            List.of(
                new BlockInItself(),
                new EachNetwork(new Cycle(), new WhichOutput()),
                new NamedLayers()));
  }

  /**
   * Whether a model that the compiler understood may be planned: no rule is broken, neither by it
   * nor by the model it varies.
   */
  public boolean passes(ModelDeclaration model, Report report) {
    boolean base =
        model.base().stream().allMatch(it -> NotAVariant.canBeVaried(it) && passes(it, report));
    return stages.stream().allMatch(stage -> pass(stage, model, report)) && base;
  }

  /** Whether what the networks of a file take can be written. */
  public boolean passes(Networks.InFile networks, Report report) {
    return nameTaken.isFree(networks, report);
  }

  /**
   * Whether the compiler understood a model and what it names: else another processor may write
   * what is missing, or the compiler reports it by itself.
   */
  public static boolean understands(ModelDeclaration model) {
    return Understood.is(model) && model.base().stream().allMatch(Checks::understands);
  }

  private static boolean pass(List<Check> stage, ModelDeclaration model, Report report) {
    int before = report.found();
    stage.forEach(check -> check.check(model, report));
    return report.found() == before;
  }

  /** Reports a type that has heads and is no model, unless models inherit from it. */
  public void checkStray(ModelDeclaration type, Report report) {
    notAModel.check(type, report);
  }
}
