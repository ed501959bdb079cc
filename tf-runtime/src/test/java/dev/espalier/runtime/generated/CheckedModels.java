package dev.espalier.runtime.generated;

import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.train.ModelProbe;
import dev.espalier.runtime.train.run.History;
import java.util.List;
import java.util.function.Supplier;

/** The models whose gradients are checked, all of them by the same test. */
final class CheckedModels {
  private CheckedModels() {}

  /**
   * A model and rows to check it on.
   *
   * @param source where it is written
   * @param taskByTask trains an epoch in batches of one task each
   */
  record Checked(
      String name, Class<?> source, Supplier<ModelProbe> open, Supplier<History> taskByTask) {

    static <E> Checked of(Class<?> source, GeneratedModel<E, ?, ?> model, List<E> rows) {
      return new Checked(
          model.info().name(),
          source,
          () -> ModelProbe.of(model, rows, 7),
          () -> ModelProbe.trainTaskByTask(model, LossTasksTask.values(), rows));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Checked> all() {
    return List.of(
        Checked.of(ActivationTasks.class, new ActivationTasksGraph(), ActivationTasks.rows()),
        Checked.of(LayerTasks.class, new LayerTasksGraph(), LayerTasks.rows()),
        Checked.of(PositionTasks.class, new PositionTasksGraph(), PositionTasks.rows()),
        Checked.of(PictureTasks.class, new PictureTasksGraph(), PictureTasks.rows()),
        Checked.of(SequenceTasks.class, new SequenceTasksGraph(), SequenceTasks.rows()),
        Checked.of(EncoderTasks.class, new EncoderTasksGraph(), EncoderTasks.rows()),
        Checked.of(SoundTasks.class, new SoundTasksGraph(), SoundTasks.rows()),
        Checked.of(DecoderTasks.class, new DecoderTasksGraph(), DecoderTasks.rows()),
        Checked.of(MediaTasks.class, new MediaTasksGraph(), MediaTasks.rows()),
        Checked.of(MaskedTasks.class, new MaskedTasksGraph(), MaskedTasks.rows()),
        Checked.of(LossTasks.class, new LossTasksGraph(), LossTasks.rows()),
        Checked.of(FunnelTasks.class, new FunnelTasksGraph(), FunnelTasks.rows()),
        Checked.of(StemTasks.class, new StemTasksGraph(), StemTasks.rows()),
        Checked.of(StemTasks.class, new StemTasksApartGraph(), StemTasks.rows()),
        Checked.of(StemTasks.class, new StemTasksStitchedGraph(), StemTasks.rows()),
        Checked.of(StemTasks.class, new StemTasksMixedGraph(), StemTasks.rows()),
        Checked.of(StemTasks.class, new StemTasksAttendedGraph(), StemTasks.rows()),
        Checked.of(FeatureTasks.class, new FeatureTasksGraph(), FeatureTasks.rows()),
        Checked.of(FeatureTasks.class, new FeatureTasksApartGraph(), FeatureTasks.rows()),
        Checked.of(SharingTasks.class, new SharingTasksGraph(), SharingTasks.rows()),
        Checked.of(SharingTasks.class, new SharingTasksLevelGraph(), SharingTasks.rows()),
        Checked.of(SharingTasks.class, new SharingTasksLevelsGraph(), SharingTasks.rows()),
        Checked.of(SharingTasks.class, new SharingTasksStitchedGraph(), SharingTasks.rows()),
        Checked.of(SharingTasks.class, new SharingTasksAttendedGraph(), SharingTasks.rows(6, 11)),
        Checked.of(ScenicTasks.class, new ScenicTasksGraph(), ScenicTasks.rows()),
        Checked.of(ScenicTasks.class, new ScenicTasksMixedGraph(), ScenicTasks.rows()),
        Checked.of(ScenicTasks.class, new ScenicTasksStitchedGraph(), ScenicTasks.rows()),
        Checked.of(ModifiedTasks.class, new ModifiedTasksGraph(), ModifiedTasks.rows()));
  }
}
