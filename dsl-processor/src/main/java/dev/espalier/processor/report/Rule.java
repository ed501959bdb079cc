package dev.espalier.processor.report;

/**
 * The rules, by stage: each has an id that messages carry in brackets and that searches find.
 *
 * <p>A stage is looked at when the stages before it found nothing wrong in what it reads.
 */
public enum Rule {
  /** Heads without a sharing annotation. */
  NOT_A_MODEL("NotAModel"),
  /** A sharing annotation on something that is no record and no class. */
  NOT_A_CLASS("NotAClass"),
  /** A model that generated code can't use. */
  OUT_OF_REACH("OutOfReach"),
  /** A model without a head. */
  NO_TASKS("NoTasks"),
  /** A model without a feature. */
  NO_FEATURES("NoFeatures"),
  /** A component of a record that says nothing of itself. */
  UNSAID("Unsaid"),
  /** A component that is two things at once. */
  TWO_ROLES("TwoRoles"),
  /** A private field without a getter. */
  NO_ACCESS("NoAccess"),
  /** A component declared by field and getter, or twice along the inheritance. */
  SAID_TWICE("SaidTwice"),
  /** A generated type's name that the user has taken, or that two models want. */
  NAME_TAKEN("NameTaken"),
  /** A component or layer with a name that means something else in networks. */
  RESERVED_NAME("ReservedName"),
  /** An annotation where it says nothing. */
  MISPLACED("Misplaced"),
  /** More components than a record can have. */
  TOO_MANY_COLUMNS("TooManyColumns"),
  /** A @ModelOf of something that is no model, or with components of its own. */
  NOT_A_VARIANT("NotAVariant"),
  /**
   * Two sharing schemes, optimizers, balancing methods, clippings, weights of rows, or ways to draw
   * rows.
   */
  TWO_OF_A_KIND("TwoOfAKind"),
  /** A trunk that is said neither by units nor by a network, or by both. */
  NO_TRUNK("NoTrunk"),
  /** A scheme or method for several tasks on a model that has, or trains, one. */
  ONE_TASK("OneTask"),
  /** A feature of a type that its annotation does not take. */
  FEATURE_TYPE("FeatureType"),
  /** An array of numbers that doesn't say its length. */
  LENGTH_MISSING("LengthMissing"),
  /** More than one of size, vocabulary and buckets. */
  SEVERAL_VOCABULARIES("SeveralVocabularies"),
  /** A table of a feature that there isn't. */
  UNKNOWN_TABLE("UnknownTable"),
  /** A property of a table that is another feature's business. */
  TABLE_SAID_TWICE("TableSaidTwice"),
  /** A number outside its range. */
  OUT_OF_RANGE("OutOfRange"),
  /** Texts of constants or columns that can't be told apart or say nothing. */
  CONSTANT_TEXT("ConstantText"),
  /** A label of a type that nothing can learn. */
  NOT_A_LABEL("NotALabel"),
  /** A label that doesn't say how many classes or values it has. */
  CLASSES_MISSING("ClassesMissing"),
  /** A number of classes that the type says already. */
  CLASSES_KNOWN("ClassesKnown"),
  /** A feature or label that runs along something that is none to run along. */
  UNKNOWN_ALONG("UnknownAlong"),
  /** A class for each of what. */
  ALONG_WHAT("AlongWhat"),
  /** A box without the picture that it is in. */
  BOX_NEEDS_PICTURE("BoxNeedsPicture"),
  /** A box in a picture that is brought to size by what moves things in it. */
  BOX_MOVED("BoxMoved"),
  /** A label with fewer than two classes. */
  ONE_CLASS("OneClass"),
  /** A loss that is not for this kind of task. */
  LOSS_MISFIT("LossMisfit"),
  /** Two losses of one task. */
  TWO_LOSSES("TwoLosses"),
  /** A number of class weights that is not the number of classes. */
  CLASS_WEIGHT_COUNT("ClassWeightCount"),
  /** Both hidden and tower. */
  TOWER_SAID_TWICE("TowerSaidTwice"),
  /** A condition that is no task. */
  UNKNOWN_TASK("UnknownTask"),
  /** A condition between tasks that are not both yes-or-no. */
  GIVEN_NEEDS_BINARY("GivenNeedsBinary"),
  /** A bound between tasks that are not both yes-or-no. */
  NOT_ABOVE_NEEDS_BINARY("NotAboveNeedsBinary"),
  /** Tasks that need each other in a circle. */
  TASK_CYCLE("TaskCycle"),
  /** A class given as a network that is no interface with layers. */
  NOT_A_NETWORK("NotANetwork"),
  /** A method that is no layer. */
  NOT_A_LAYER("NotALayer"),
  /** Two operations on one method. */
  TWO_LAYERS("TwoLayers"),
  /** A line that is not written in the order in which it runs. */
  LINE_ORDER("LineOrder"),
  /** Two layers of one name. */
  SAME_NAME("SameName"),
  /** A name that means nothing here. */
  UNKNOWN_NAME("UnknownName"),
  /** A name with two outer meanings. */
  AMBIGUOUS_NAME("AmbiguousName"),
  /** A layer that takes its own name. */
  OWN_NAME("OwnName"),
  /** Layers that take each other in a circle. */
  CYCLE("Cycle"),
  /** A network with several candidates for its output. */
  WHICH_OUTPUT("WhichOutput"),
  /** A layer that nothing needs. */
  UNUSED_LAYER("UnusedLayer"),
  /** A feature that nothing needs. */
  UNUSED_FEATURE("UnusedFeature"),
  /** A trunk that no task takes. */
  UNUSED_TRUNK("UnusedTrunk"),
  /** A stem whose task does not take the trunk. */
  UNUSED_STEM("UnusedStem"),
  /** A layer with too few or too many inputs. */
  INPUT_COUNT("InputCount"),
  /** A name inside a block that is outside of it. */
  BLOCK_SEES_ONLY_IN("BlockSeesOnlyIn"),
  /** UNITS or STRIDE where no use of a block says them. */
  UNITS_OUTSIDE_BLOCK("UnitsOutsideBlock"),
  /** A block that contains itself. */
  BLOCK_IN_ITSELF("BlockInItself"),
  /** A network from a class file without the names of its parameters. */
  NAMES_LOST("NamesLost"),
  /** An address of a part that nothing has. */
  UNKNOWN_PART("UnknownPart"),
  /** A part that is named twice. */
  NAMED_TWICE("NamedTwice"),
  /** Inputs whose shapes don't go together. */
  SHAPES_DONT_FIT("ShapesDontFit"),
  /** A shape with too few or too many axes for a layer. */
  WRONG_RANK("WrongRank"),
  /** A layer of whose input nothing is left. */
  EMPTY_SHAPE("EmptyShape"),
  /** A form of a layer whose gradient TensorFlow gets wrong. */
  WRONG_GRADIENT("WrongGradient"),
  /** A sequence too long for a layer whose steps are written out. */
  TOO_LONG("TooLong"),
  /** A sound whose samples a second are said nowhere, or twice. */
  WHICH_RATE("WhichRate"),
  /** Features that can't enter together. */
  FEATURES_DONT_FIT("FeaturesDontFit"),
  /** A task of one value a row whose network ends with several positions. */
  HEAD_NEEDS_POOLING("HeadNeedsPooling"),
  /** A class for each position whose network ends with other positions. */
  NOT_ALONG("NotAlong"),
  /** Stems of several shapes before one trunk. */
  STEMS_DIFFER("StemsDiffer"),
  /** A balancing method of what tasks share where they share nothing that learns. */
  NOTHING_SHARED("NothingShared");

  private final String id;

  Rule(String id) {
    this.id = id;
  }

  /** As messages show it: {@code UnknownName}. */
  public String id() {
    return id;
  }
}
