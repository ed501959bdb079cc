package dev.espalier.runtime.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.model.CellReader;
import dev.espalier.runtime.model.ColumnBinding;
import dev.espalier.runtime.model.EnumTexts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDatasetTest {
  @TempDir private Path folder;

  private enum Sex {
    FEMALE,
    MALE
  }

  private static final EnumTexts<Sex> SEXES = EnumTexts.of(Sex.values(), "female", "male");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("people.jsonl"), text);
  }

  /** What a method reads of the key {@code x}, line by line. */
  private <V> List<V> values(String text, Function<CellReader, V> method) throws IOException {
    List<V> values = new ArrayList<>();
    Tables.jsonLines(
            file(text),
            Set.of(),
            List.of(ColumnBinding.named("x", "x")),
            cells -> Arrays.asList(method.apply(cells)))
        .read(each -> values.add(each.get(0)));
    return values;
  }

  @Test
  void readsEveryType() throws IOException {
    String numbers = "{\"x\": 30.5}\n{\"x\": 3}\n\n{\"x\": null}\n{\"y\": 1}\n{\"x\": NaN}\n";
    assertThat(values(numbers, c -> c.number(0)))
        .containsExactly(30.5f, 3f, Float.NaN, Float.NaN, Float.NaN);
    assertThat(values(numbers, c -> c.numberOrNull(0)))
        .containsExactly(30.5f, 3f, null, null, null);
    assertThat(values("{\"x\":0.1}", c -> c.decimal(0))).containsExactly(0.1);
    assertThat(values("{\"x\":7}{\"x\":8.0}{\"x\":\"\"}", c -> c.integerOrNull(0)))
        .containsExactly(7, 8, null);
    assertThat(values("{\"x\":true}{\"x\":false}{\"x\":\"yes\"}{\"x\":0}", c -> c.flag(0, "")))
        .containsExactly(true, false, true, false);
    assertThat(values("{\"x\":\"50+\"}{\"x\":\"no\"}{\"x\":true}", c -> c.flag(0, "50+")))
        .containsExactly(true, false, true);
    assertThat(values("{\"x\":\" gr\\u00f6ße \"}{\"x\":12}", c -> c.text(0)))
        .containsExactly("größe", "12");
    assertThat(values("{\"x\":\"Male\"}{}", c -> c.constant(0, SEXES)))
        .containsExactly(Sex.MALE, null);
    assertThat(values("{\"x\":\"a/b.png\"}", c -> c.path(0)))
        .containsExactly(folder.resolve("a/b.png"));
    assertThat(values("{\"x\":\"AQID/w==\"}", c -> c.bytes(0)).get(0))
        .containsExactly(1, 2, 3, 255);
  }

  /** Numbers of 64 bits are no doubles in between. */
  @Test
  void keepsWholeNumbersExact() throws IOException {
    String text = "{\"x\": 9007199254740993}\n{\"x\": -9223372036854775808}";
    assertThat(values(text, c -> c.whole(0))).containsExactly(9007199254740993L, Long.MIN_VALUE);
    assertThat(values("{\"x\": 9223372036854775808}", c -> c.number(0))).containsExactly(0x1p63f);
  }

  @Test
  void readsLists() throws IOException {
    assertThat(values("{\"x\":[1, 2.5, null]}", c -> c.numbers(0)).get(0))
        .containsExactly(1, 2.5f, Float.NaN);
    assertThat(values("{\"x\":[1, 2]}", c -> c.integers(0)).get(0)).containsExactly(1, 2);
    assertThat(values("{\"x\":[9007199254740993]}", c -> c.wholes(0)).get(0))
        .containsExactly(9007199254740993L);
    assertThat(values("{\"x\":[-32768, 5]}", c -> c.shorts(0)).get(0)).containsExactly(-32768, 5);
    assertThat(values("{\"x\":[true, false]}", c -> c.flags(0)).get(0))
        .containsExactly(true, false);
    assertThat(values("{\"x\":[\"a\", null, \"b\"]}", c -> c.texts(0)).get(0))
        .containsExactly("a", "b");
    assertThat(values("{\"x\":[\"male\"]}", c -> c.constantSet(0, SEXES)))
        .containsExactly(Set.of(Sex.MALE));
    assertThat(values("{\"x\":[null, \"male\"]}", c -> c.constants(0, SEXES)).get(0))
        .containsExactly(null, Sex.MALE);
    assertThat(values("{\"x\":[]}{\"x\":null}", c -> c.textList(0)))
        .containsExactly(List.of(), null);
  }

  /** Keys match as columns do; what nobody wants is skipped, whatever it holds. */
  @Test
  void matchesKeysByName() throws IOException {
    List<ColumnBinding> columns =
        List.of(
            ColumnBinding.named("weeksWorked", "weeksWorked"), ColumnBinding.named("age", "AGE"));
    String text = "{\"other\": {\"AGE\": [1, {}]}, \"AGE\": 40, \"weeks worked\": 52}";
    List<String> read = new ArrayList<>();
    Tables.jsonLines(file(text), Set.of(), columns, c -> c.integer(0) + " " + c.integer(1))
        .read(read::add);
    assertThat(read).containsExactly("52 40");
    // Where a key is another component's to the letter, it is that one's alone.
    List<ColumnBinding> near =
        List.of(ColumnBinding.named("a", "a"), ColumnBinding.named("big", "A"));
    Tables.jsonLines(
            file("{\"A\": 1, \"a\": 2}"), Set.of(), near, c -> c.integer(0) + " " + c.integer(1))
        .read(read::add);
    assertThat(read).endsWith("2 1");
  }

  @Test
  void readsArraysAndCompressedFiles() throws IOException {
    assertThat(values("[{\"x\": 1},\n {\"x\": 2}]\n", c -> c.integer(0))).containsExactly(1, 2);
    assertThat(values("", c -> c.integer(0))).isEmpty();
    Path file = folder.resolve("x.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("{\"x\": 5}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    List<Integer> read = new ArrayList<>();
    Tables.jsonLines(file, Set.of(), List.of(ColumnBinding.named("x", "x")), c -> c.integer(0))
        .read(read::add);
    assertThat(read).containsExactly(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "number|\"5\"|`found \"5\", expected a number`",
        "number|true|`found true, expected a number`",
        "number|1e999|`found Infinity, expected a finite number`",
        "number|[1]|`found a list, expected a number`",
        "integer|5.5|`found 5.5, expected a whole number`",
        "integer|3000000000|`found 3000000000, expected a whole number from -2147483648 to"
            + " 2147483647`",
        "integer|\"5\"|`found \"5\", expected a whole number`",
        "integer|null|`found nothing, expected a whole number; where it may be missing, declare x"
            + " as Integer`",
        "flag|\"maybe\"|`found \"maybe\", expected true or false (or yes, no, y, n, t, f, 1, 0)`",
        "text|{}|`found an object, expected a text`",
        "constant|\"none\"|`found \"none\", expected one of female, male`",
        "numbers|3|`found 3, expected a list`",
        "numbers|[1, \"a\"]|`found \"a\", expected a number`",
        "bytes|\"*\"|`found \"*\", expected bytes in base64`",
      })
  void saysWhereAValueIsOfAnotherType(String method, String value, String problem)
      throws IOException {
    String text = "{\"x\": null}\n{\"y\": 0,\n \"x\": " + value + "}\n";
    // The first line is fine for all but those that refuse null.
    String lines = method.equals("integer") ? text.substring(text.indexOf('\n') + 1) : text;
    int line = method.equals("integer") ? 1 : 2;
    assertThatThrownBy(() -> values(lines, c -> read(method, c)))
        .isInstanceOf(DataException.class)
        .hasMessage("people.jsonl, line " + line + ", \"x\": " + problem);
  }

  private static Object read(String method, CellReader cells) {
    return switch (method) {
      case "number" -> cells.number(0);
      case "integer" -> cells.integer(0);
      case "flag" -> cells.flagOrNull(0, "");
      case "text" -> cells.text(0);
      case "constant" -> cells.constant(0, SEXES);
      case "numbers" -> cells.numbers(0);
      default -> cells.bytes(0);
    };
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    assertThatThrownBy(() -> values("{\"x\": 1}\n{\"x\": oops}\n", c -> c.number(0)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("people.jsonl, line 2: could not be read as JSON: ");
    assertThatThrownBy(() -> values("{\"x\": 1}\n{\"x\":", c -> c.number(0)))
        .hasMessageStartingWith("people.jsonl, line 2: could not be read as JSON: ");
    assertThatThrownBy(() -> values("{\"x\": 1}\n17\n", c -> c.number(0)))
        .hasMessage("people.jsonl, line 2: found 17, expected an object of keys and values");
    assertThatThrownBy(() -> values("{\"x\": 1, \"X\": 2}", c -> c.number(0)))
        .hasMessage(
            "people.jsonl, line 1: found two values for \"x\", expected one; @Column can name the"
                + " key");
    assertThatThrownBy(() -> values("{\"xx\": 1}\n{\"y\": 1}\n", c -> c.number(0)))
        .hasMessage(
            "people.jsonl: found no key \"x\" in any line; there are \"xx\", \"y\". If it is not in"
                + " the file, name it among those that the file lacks");
    Dataset<Float> missing =
        Tables.jsonLines(folder.resolve("none.jsonl"), Set.of(), List.of(), c -> 1f);
    assertThatThrownBy(() -> missing.read(each -> {}))
        .hasMessageStartingWith("none.jsonl: found no file at ");
    Dataset<Float> at =
        Tables.jsonLines(
            folder.resolve("x"), Set.of(), List.of(ColumnBinding.at("x", 3)), c -> c.number(0));
    assertThatThrownBy(() -> at.read(each -> {}))
        .hasMessage(
            "x: found @Column(at = 3) for \"x\", expected a name: the values of JSON have no"
                + " position");
  }

  @Test
  void lacksWhatItIsSaidToLack() throws IOException {
    List<ColumnBinding> columns =
        List.of(ColumnBinding.named("x", "x"), ColumnBinding.named("y", "y"));
    List<String> read = new ArrayList<>();
    Tables.jsonLines(
            file("{\"x\": 1, \"y\": 2}"),
            Set.of("y"),
            columns,
            c -> c.number(0) + " " + c.numberOrNull(1))
        .read(read::add);
    assertThat(read).containsExactly("1.0 null");
    Dataset<Integer> unknown =
        Tables.jsonLines(file("{}"), Set.of("z"), columns, c -> c.integer(0));
    assertThatThrownBy(() -> unknown.read(each -> {}))
        .hasMessage(
            "people.jsonl: found lacking(\"z\"), expected a component; there are \"x\", \"y\"");
  }
}
