package dev.espalier.processor.write;

import com.palantir.javapoet.ClassName;

/** The types of the runtime that generated code names. */
final class RuntimeTypes {
  private static final String ROOT = "dev.espalier.runtime";

  static final ClassName GENERATED_MODEL = model("GeneratedModel");
  static final ClassName EXAMPLE_CODEC = model("ExampleCodec");
  static final ClassName COMBINATION = model("Combination");
  static final ClassName EXAMPLE_INFO = model("ExampleInfo");
  static final ClassName MODEL_INFO = model("ModelInfo");
  static final ClassName MODEL_GRAPH = model("ModelGraph");
  static final ClassName GRAPH_BUILDER = model("GraphBuilder");
  static final ClassName SHARING_INFO = model("SharingInfo");
  static final ClassName ROW_WRITER = model("RowWriter");
  static final ClassName PREDICTION_READER = model("PredictionReader");
  static final ClassName CELL_READER = model("CellReader");
  static final ClassName COLUMN_BINDING = model("ColumnBinding");
  static final ClassName CELL_TYPE = model("CellType");
  static final ClassName ENUM_TEXTS = model("EnumTexts");
  static final ClassName TASK_KEY = model("TaskKey");
  static final ClassName DATASET = ClassName.get(ROOT + ".data", "Dataset");
  static final ClassName CSV_FORMAT = ClassName.get(ROOT + ".data.table", "CsvFormat");
  static final ClassName TABLES = ClassName.get(ROOT + ".data.table", "Tables");
  static final ClassName OPTIMIZER = ClassName.get(ROOT + ".optimize", "Optimizer");
  static final ClassName CLIPPING = ClassName.get(ROOT + ".optimize", "Clipping");
  static final ClassName BALANCING = ClassName.get(ROOT + ".balance", "Balancing");
  static final ClassName TRAINER = ClassName.get(ROOT + ".train", "Trainer");
  static final ClassName TRAINER_BUILDER = ClassName.get(ROOT + ".train", "TrainerBuilder");
  static final ClassName TRAINER_OPTIONS = ClassName.get(ROOT + ".train", "TrainerOptions");
  static final ClassName PREDICTOR = ClassName.get(ROOT + ".serve", "Predictor");
  static final ClassName CLASS_PREDICTION = ClassName.get(ROOT + ".serve", "ClassPrediction");
  static final ClassName LABELS_PREDICTION = ClassName.get(ROOT + ".serve", "LabelsPrediction");

  private RuntimeTypes() {}

  private static ClassName model(String name) {
    return ClassName.get(ROOT + ".model", name);
  }

  /** A class of the graph package: {@code DenseLayers}. */
  static ClassName graph(String name) {
    return ClassName.get(ROOT + ".graph", name);
  }

  /** A class of the package of augmentations. */
  static ClassName augmentation(String name) {
    return ClassName.get(ROOT + ".data.augment", name);
  }

  /** A type of the language: {@code Missing}. */
  static ClassName dsl(String name) {
    return ClassName.get("dev.espalier.dsl", name);
  }
}
