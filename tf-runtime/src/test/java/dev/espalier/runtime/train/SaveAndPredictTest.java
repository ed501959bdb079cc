package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.file.ModelFile;
import dev.espalier.runtime.file.SavedArray;
import dev.espalier.runtime.file.SavedModel;
import dev.espalier.runtime.serve.Predictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** A model's way into a file and out of it again, and that equal runs are equal to the bit. */
class SaveAndPredictTest {
  private static final Dataset<Garden> TRAIN = Dataset.of(Garden.grow(500, 1));
  private static final List<Garden> NEW = Garden.grow(1500, 7);
  private static final GardenModel NOISY = new GardenModel(true, p -> p);

  @TempDir Path folder;

  private Path trained(GardenModel model, long seed, String name) {
    Path file = folder.resolve(name);
    try (GardenTrainer trainer =
        GardenTrainer.of(model).epochs(3).batchSize(64).seed(seed).build()) {
      trainer.fit(TRAIN);
      trainer.save(file);
    }
    return file;
  }

  private static Predictor<Garden, Garden.Input, Garden.Prediction> predictor(Path file) {
    return new Predictor<>(new Garden.Codec(), file);
  }

  /** Bits of a prediction, for records compare arrays by identity. */
  private static List<Float> bits(Garden.Prediction p) {
    List<Float> all = new ArrayList<>(List.of(p.tasty(), p.height(), p.uses()[0], p.uses()[1]));
    for (float probability : p.family().probabilities()) {
      all.add(probability);
    }
    return all;
  }

  private static List<List<Float>> bits(List<Garden.Prediction> predictions) {
    return predictions.stream().map(SaveAndPredictTest::bits).toList();
  }

  @Test
  void predictorGivesTheTrainersBits() {
    for (GardenModel model : List.of(GardenModel.plain(), NOISY)) {
      Path file = folder.resolve("model");
      try (GardenTrainer trainer = GardenTrainer.of(model).epochs(2).batchSize(64).build()) {
        trainer.fit(TRAIN);
        trainer.save(file);
        try (var predictor = predictor(file)) {
          List<List<Float>> expected = bits(trainer.predict(NEW));
          assertThat(bits(predictor.predict(NEW))).isEqualTo(expected);
          assertThat(bits(predictor.predictInputs(NEW.stream().map(Garden::input).toList())))
              .isEqualTo(expected);
          assertThat(bits(trainer.predictInputs(NEW.stream().map(Garden::input).toList())))
              .isEqualTo(expected);
          assertThat(bits(predictor.predict(NEW.get(3))))
              .isEqualTo(bits(trainer.predict(NEW.get(3))));
          assertThat(bits(predictor.predictInput(NEW.get(3).input())))
              .isEqualTo(bits(trainer.predictInput(NEW.get(3).input())));
          assertThat(predictor.predict(List.of())).isEmpty();
          assertThat(predictor.model()).isEqualTo("Garden");
        }
      }
    }
  }

  @Test
  void predictionHasProbabilitiesAndTheLabelsUnit() {
    try (GardenTrainer trainer = GardenTrainer.plain().epochs(20).batchSize(32).build()) {
      trainer.fit(TRAIN);
      double error = 0;
      for (Garden garden : NEW) {
        Garden.Prediction p = trainer.predict(garden);
        assertThat(p.tasty()).isBetween(0f, 1f);
        assertThat(p.family().probabilities()).hasSize(3);
        error += Math.abs(p.height() - (100 + 10 * garden.size()[0] - 20 * garden.size()[1]));
      }
      assertThat(error / NEW.size()).isLessThan(4);
    }
  }

  @Test
  void tasksWithoutTheirFeaturesAreAbsent() {
    Garden known = NEW.get(0);
    Garden.Input blind =
        new Garden.Input(
            null, known.age(), known.soil(), known.colour(), known.neighbour(), known.visitors());
    try (var predictor = predictor(trained(GardenModel.plain(), 0, "model"))) {
      Garden.Prediction found = predictor.predictInput(blind);
      assertThat(found.tasty()).isNull();
      assertThat(found.family()).isNull();
    }
  }

  @Test
  void equalSeedsGiveEqualBytesAndOthersOthers() throws IOException {
    for (GardenModel model : List.of(GardenModel.plain(), NOISY)) {
      byte[] first = Files.readAllBytes(trained(model, 5, "first"));
      assertThat(Files.readAllBytes(trained(model, 5, "again"))).isEqualTo(first);
      assertThat(Files.readAllBytes(trained(model, 6, "other"))).isNotEqualTo(first);
    }
  }

  @Test
  void loadedModelIsTheSavedOneAndGoesOnLikeIt() throws IOException {
    Path file = trained(NOISY, 0, "model");
    try (GardenTrainer one = GardenTrainer.of(NOISY).epochs(1).batchSize(64).build();
        GardenTrainer two = GardenTrainer.of(NOISY).epochs(1).batchSize(64).seed(9).build()) {
      two.fit(Dataset.of(Garden.grow(90, 4)));
      one.load(file);
      two.load(file);
      Path again = folder.resolve("again");
      two.save(again);
      assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
      assertThat(bits(one.predict(NEW))).isEqualTo(bits(two.predict(NEW)));
      assertThat(one.fit(TRAIN).last().losses()).hasSize(4).allMatch(loss -> loss < 1);
    }
  }

  @Test
  void refusesOtherModelsAndDamagedFilesAndKeepsWhatItHad() throws IOException {
    Path noisy = trained(NOISY, 0, "noisy");
    Path damaged = folder.resolve("damaged");
    byte[] bytes = Files.readAllBytes(trained(GardenModel.plain(), 0, "plain"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    try (GardenTrainer trainer = GardenTrainer.plain().epochs(1).batchSize(64).build()) {
      trainer.fit(TRAIN);
      List<List<Float>> before = bits(trainer.predict(NEW));
      assertThatThrownBy(() -> trainer.load(noisy))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("noisy")
          .hasMessageContaining("expected `Garden`")
          .hasMessageContaining("plain");
      assertThatThrownBy(() -> trainer.load(damaged))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("damaged");
      assertThatThrownBy(() -> trainer.load(folder.resolve("nothing")))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("There is no model file");
      assertThat(bits(trainer.predict(NEW))).isEqualTo(before);
    }
    assertThatThrownBy(() -> predictor(damaged)).isInstanceOf(ModelFileException.class);
  }

  private Path changed(SavedModel model) {
    Path file = folder.resolve("changed");
    ModelFile.write(file, model);
    return file;
  }

  @Test
  void predictorRefusesSealedFilesThatDoNotFitTogether() {
    SavedModel model = ModelFile.read(trained(GardenModel.plain(), 0, "model"));
    byte[] unknownOperation =
        GraphDef.newBuilder()
            .addNode(NodeDef.newBuilder().setName("a").setOp("NoSuchOperation"))
            .build()
            .toByteArray();
    for (byte[] graph : List.of(unknownOperation, new byte[] {1, 2, 3}, new byte[0])) {
      Path file =
          changed(new SavedModel(model.description(), model.parameters(), model.states(), graph));
      assertThatThrownBy(() -> predictor(file))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining(file.toString());
    }
    Map<String, SavedArray> fewer = new LinkedHashMap<>(model.parameters());
    fewer.remove("trunk.hidden1.bias");
    Path file = changed(new SavedModel(model.description(), fewer, model.states(), model.graph()));
    assertThatThrownBy(() -> predictor(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("no array for `trunk.hidden1.bias`");
  }

  @Test
  void predictorServesManyThreads() throws Exception {
    try (var predictor = predictor(trained(GardenModel.plain(), 0, "model"))) {
      List<List<Float>> expected = bits(predictor.predict(NEW));
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        List<Future<List<List<Float>>>> found = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
          found.add(threads.submit(() -> bits(predictor.predict(NEW))));
        }
        for (Future<List<List<Float>>> one : found) {
          assertThat(one.get()).isEqualTo(expected);
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void closedPredictorSaysSo() {
    var predictor = predictor(trained(GardenModel.plain(), 0, "model"));
    predictor.close();
    predictor.close();
    assertThatThrownBy(() -> predictor.predict(NEW.get(0)))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("closed");
  }
}
