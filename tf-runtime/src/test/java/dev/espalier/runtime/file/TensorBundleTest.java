package dev.espalier.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.EagerSession;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;

/** Checkpoints that TensorFlow's own operation writes. */
class TensorBundleTest {
  private static final String SUFFIX = "/.ATTRIBUTES/VARIABLE_VALUE";

  /** More names than one block of the index holds. */
  private static final int LAYERS = 300;

  @TempDir Path folder;
  private Path prefix;

  @BeforeEach
  void write() {
    prefix = folder.resolve("model.ckpt-7");
    List<String> names = new ArrayList<>();
    List<Operand<?>> tensors = new ArrayList<>();
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      for (int i = 0; i < LAYERS; i++) {
        names.add("network/layer_with_weights-%03d/kernel%s".formatted(i, SUFFIX));
        tensors.add(tf.constant(new float[][] {{i, i + 0.25f, -i}, {1, 2, 3}}));
      }
      names.add("double");
      tensors.add(tf.constant(new double[] {1e-3, 0.1}));
      names.add("scalar");
      tensors.add(tf.constant(4.5f));
      names.add("steps");
      tensors.add(tf.constant(7L));
      tf.train.save(
          tf.constant(prefix.toString()),
          tf.array(names.toArray(String[]::new)),
          tf.array(blanks(names.size())),
          tensors);
    }
  }

  private static String[] blanks(int count) {
    String[] blanks = new String[count];
    Arrays.fill(blanks, "");
    return blanks;
  }

  @Test
  void floatsAreReadAndAllElseIsLeftOut() throws IOException {
    assertThat(TensorBundle.isAt(prefix)).isTrue();
    assertThat(TensorBundle.isAt(folder.resolve("model"))).isFalse();
    Map<String, SavedArray> found = TensorBundle.read(prefix);
    assertThat(found).hasSize(LAYERS + 2).doesNotContainKey("steps");
    for (int i = 0; i < LAYERS; i++) {
      SavedArray kernel = found.get("network/layer_with_weights-%03d/kernel".formatted(i));
      assertThat(kernel.shape()).containsExactly(2, 3);
      assertThat(kernel.values()).containsExactly(i, i + 0.25f, -i, 1, 2, 3);
    }
    assertThat(found.get("double").values()).containsExactly(1e-3f, 0.1f);
    assertThat(found.get("scalar").shape()).isEmpty();
    assertThat(found.get("scalar").values()).containsExactly(4.5f);
  }

  @Test
  void damageIsSeen() throws IOException {
    Path index = folder.resolve("model.ckpt-7.index");
    byte[] bytes = Files.readAllBytes(index);
    for (int at : new int[] {20, bytes.length / 2, bytes.length - 60}) {
      byte[] changed = bytes.clone();
      changed[at] ^= 8;
      Files.write(index, changed);
      assertThatThrownBy(() -> TensorBundle.read(prefix)).isInstanceOf(IOException.class);
    }
    Files.write(index, new byte[10]);
    assertThatThrownBy(() -> TensorBundle.read(prefix)).hasMessageContaining("no table");
    Files.write(index, bytes);
    Path data = folder.resolve("model.ckpt-7.data-00000-of-00001");
    byte[] numbers = Files.readAllBytes(data);
    Files.write(data, Arrays.copyOf(numbers, numbers.length - 9));
    assertThatThrownBy(() -> TensorBundle.read(prefix)).hasMessageContaining("ends before");
  }
}
