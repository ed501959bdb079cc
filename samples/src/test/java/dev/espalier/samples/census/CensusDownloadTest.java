package dev.espalier.samples.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.samples.data.Archives;
import dev.espalier.samples.data.CensusIncome;
import dev.espalier.samples.data.Download;
import dev.espalier.samples.data.LocalServer;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CensusDownloadTest {
  private static final String ROW = "39, " + "0, ".repeat(6) + "Never married, " + "0, ".repeat(33);

  @TempDir private Path folder;

  private final LocalServer server = new LocalServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void rowsOfTheTestFileAreRead() {
    List<Census> rows = new ArrayList<>();
    CensusData.csv(download(ROW + "50000+.\n" + ROW + "- 50000.\n", 2)).read(rows::add);
    assertThat(rows).hasSize(2).allMatch(row -> row.age() == 39 && row.neverMarried());
    assertThat(rows).extracting(Census::highIncome).containsExactly(true, false);
  }

  @Test
  void rowsThatAreMissingOrTooShortAreTold() {
    assertThatThrownBy(() -> download(ROW + "50000+.\n", 99_762))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("found 1 rows in census-income.test, expected 99,762");
    assertThatThrownBy(() -> download("39, Private\n", 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("found 2 cells in line 1 of census-income.test, expected 42");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anArchiveWithoutTheInnerOneIsTold() {
    byte[] other = Archives.zip(Map.of("adult.data", new byte[1]));
    CensusIncome data = new CensusIncome(server.serve(other), 1);
    assertThatThrownBy(() -> download(data))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("found no census.tar.gz in the archive, expected one");
  }

  /** As the repository has it: a compressed tar archive within a zip archive. */
  private Path download(String test, int rows) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("census-income.data", Archives.text(ROW.repeat(20)));
    files.put("census-income.test", Archives.text(test));
    byte[] archive = Archives.zip(Map.of("census.tar.gz", Archives.tarGz(files)));
    try (LocalServer own = new LocalServer()) {
      return download(new CensusIncome(own.serve(archive), rows));
    }
  }

  private Path download(CensusIncome data) {
    return new Download(new PrintWriter(Writer.nullWriter())).into(folder, data);
  }
}
