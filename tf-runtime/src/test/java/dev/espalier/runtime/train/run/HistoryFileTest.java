package dev.espalier.runtime.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.balance.BalanceReport;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.TaskEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
  private static final double NONE = Double.NaN;

  @TempDir private Path folder;

  private static EpochReport epoch(int number, double loss, double cosine) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("f1[yes, \"sure\"]", 0.1 + 0.2);
    metrics.put("auc", NONE);
    return new EpochReport(
        number,
        List.of(loss, NONE),
        new BalanceReport(
            List.of(1.0, 0.25),
            1,
            List.of(3e-7, NONE),
            List.of(List.of(1.0, cosine), List.of(cosine, 1.0)),
            List.of(List.of(1.0, 1.0), List.of(1.0, 1.0))),
        Optional.of(
            new Evaluation(
                List.of(
                    new TaskEvaluation("a", 1 / 3.0, 7, metrics),
                    new TaskEvaluation("b, or not", 2, 0, Map.of("rmse", 1e300))))),
        number == 2 ? List.of(new TaskStop("a", 2, "auc", NONE, 0, false)) : List.of(),
        1000,
        12345.678,
        0.1,
        1e-3 / 3,
        2.5);
  }

  private static final History HISTORY =
      new History(
          List.of("a", "b, or not"),
          List.of(epoch(1, 0.7, NONE), epoch(2, 0.1, -0.5)),
          RunEnd.ALL_EPOCHS,
          Optional.empty());

  /** H2's own reader of CSV. */
  @Test
  void anotherReaderFindsTheSameNumbersInTheCsv() throws SQLException {
    Path file = folder.resolve("history.csv");
    HISTORY.writeCsv(file);
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT * FROM CSVREAD('%s', NULL, 'charset=UTF-8 caseSensitiveColumnNames=true')"
                        .formatted(file))) {
      assertThat(row.next()).isTrue();
      assertThat(row.getInt("epoch")).isEqualTo(1);
      assertThat(row.getInt("rows")).isEqualTo(1000);
      assertThat(Double.valueOf(row.getString("learningRate"))).isEqualTo(1e-3 / 3);
      assertThat(Double.valueOf(row.getString("validationSeconds"))).isEqualTo(2.5);
      assertThat(Double.valueOf(row.getString("a.loss"))).isEqualTo(0.7);
      assertThat(Double.valueOf(row.getString("a.validation.loss"))).isEqualTo(1 / 3.0);
      assertThat(Double.valueOf(row.getString("a.validation.f1[yes, \"sure\"]")))
          .isEqualTo(0.1 + 0.2);
      assertThat(Double.valueOf(row.getString("a.gradientNorm"))).isEqualTo(3e-7);
      assertThat(Double.valueOf(row.getString("b, or not.validation.rmse"))).isEqualTo(1e300);
      assertThat(row.getString("b, or not.loss")).isNull();
      assertThat(row.getString("a.validation.auc")).isNull();
      assertThat(row.getString("cosine.a.b, or not")).isNull();
      assertThat(row.next()).isTrue();
      assertThat(Double.valueOf(row.getString("cosine.a.b, or not"))).isEqualTo(-0.5);
      assertThat(row.next()).isFalse();
    }
  }

  /** Jackson's streaming parser, to paths. */
  @Test
  void anotherReaderFindsTheSameNumbersInTheJson() throws IOException {
    Path file = folder.resolve("history.json");
    HISTORY.writeJson(file);
    Map<String, String> values = flat(file);
    assertThat(values)
        .containsEntry("/format", "espalier-history")
        .containsEntry("/tasks/1", "b, or not")
        .containsEntry("/epochs/0/epoch", "1")
        .containsEntry("/epochs/0/tasks/a/loss", "0.7")
        .containsEntry("/epochs/0/tasks/a/validation/labels", "7")
        .containsEntry("/epochs/0/tasks/a/validation/f1[yes, \"sure\"]", "" + (0.1 + 0.2))
        .containsEntry("/epochs/1/cosines/a/b, or not", "-0.5")
        .containsEntry("/epochs/1/stopped/0/task", "a")
        .doesNotContainKey("/epochs/0/cosines/a/b, or not")
        .doesNotContainKey("/epochs/0/tasks/a/validation/auc")
        .doesNotContainKey("/epochs/0/tasks/b, or not/loss");
  }

  private static Map<String, String> flat(Path file) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
      while (parser.nextToken() != null) {
        JsonToken token = parser.currentToken();
        if (token.isScalarValue()) {
          values.put(parser.getParsingContext().pathAsPointer().toString(), parser.getText());
        }
      }
    }
    return values;
  }

  @Test
  void aFileThatCannotBeWrittenLeavesWhatWasThere() throws IOException {
    Path missing = folder.resolve("none").resolve("history.csv");
    assertThatThrownBy(() -> HISTORY.writeCsv(missing))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("Can't write the history to " + missing)
        .hasMessageContaining("there is no folder");
    Path taken = Files.createDirectory(folder.resolve("taken.json"));
    Files.writeString(taken.resolve("kept"), "kept");
    assertThatThrownBy(() -> HISTORY.writeJson(taken)).isInstanceOf(EspalierException.class);
    assertThat(taken.resolve("kept")).hasContent("kept");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(taken);
    }
  }
}
