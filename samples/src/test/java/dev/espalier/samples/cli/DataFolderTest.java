package dev.espalier.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.samples.data.LinesTreebank;
import dev.espalier.samples.data.SpokenDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path folder;

  @Test
  void theCommandLineWinsOverTheEnvironment() {
    assertThat(DataFolder.of(Optional.of(folder), "/elsewhere").path()).isEqualTo(folder);
    assertThat(DataFolder.of(Optional.empty(), folder.toString()).path()).isEqualTo(folder);
  }

  @Test
  void anEmptyVariableIsNone() {
    assertThat(DataFolder.of(Optional.empty(), "").path().endsWith(Path.of("shared", "data")))
        .isTrue();
  }

  @Test
  void filesAreFoundOrExplained() throws IOException {
    Files.writeString(folder.resolve("ud-lines.zip"), "1\n");
    DataFolder data = new DataFolder(folder);
    assertThat(data.file(new LinesTreebank())).hasContent("1");
    assertThatThrownBy(() -> data.file(new SpokenDigits()))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Found no fsdd.zip in %s. %s Another folder is named by --data or ESPALIER_DATA.",
            folder, new SpokenDigits().source().byHand());
  }
}
