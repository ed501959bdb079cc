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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CsvDatasetTest {
  enum Work {
    PRIVATE,
    SELF_EMPLOYED
  }

  static final EnumTexts<Work> WORK = EnumTexts.of(Work.values(), "Private", "Self employed");

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Reads one column called {@code v} by one of the reader's methods. */
  private <V> List<V> column(String text, CsvFormat format, Function<CellReader, V> method)
      throws IOException {
    List<V> values = new ArrayList<>();
    // The example may be null in these tests, so it is put into a list.
    Tables.csv(
            file("v.csv", text),
            format,
            List.of(ColumnBinding.named("v", "v")),
            cells -> Arrays.asList(method.apply(cells)))
        .read(cell -> values.add(cell.get(0)));
    return values;
  }

  private <V> List<V> column(String text, Function<CellReader, V> method) throws IOException {
    return column(text, CsvFormat.standard(), method);
  }

  @Test
  void readsNumbers() throws IOException {
    assertThat(column("v\n 1.5 \n-2e3\n.5\nNaN\n+4\n", c -> c.number(0)))
        .containsExactly(1.5f, -2000f, .5f, Float.NaN, 4f);
    assertThat(column("v,w\n,0\n1,0\n", c -> c.number(0))).containsExactly(Float.NaN, 1f);
    assertThat(column("v,w\n,0\n0.1,0\n", c -> c.decimal(0))).containsExactly(Double.NaN, 0.1);
    assertThat(column("v,w\n,0\n0.1,0\n", c -> c.numberOrNull(0))).containsExactly(null, .1f);
    assertThat(column("v,w\n,0\n0.1,0\n", c -> c.decimalOrNull(0))).containsExactly(null, .1);
  }

  @Test
  void readsWholeNumbers() throws IOException {
    assertThat(column("v\n7\n5.0\n-1e3\n", c -> c.integer(0))).containsExactly(7, 5, -1000);
    assertThat(column("v,w\n,0\n3,0\n", c -> c.integerOrNull(0))).containsExactly(null, 3);
    assertThat(column("v\n9007199254740993\n", c -> c.whole(0))).containsExactly(9007199254740993L);
    assertThat(column("v,w\n,0\n3,0\n", c -> c.wholeOrNull(0))).containsExactly(null, 3L);
  }

  @Test
  void readsYesAndNo() throws IOException {
    assertThat(column("v\nYes\nt\n1\nno\nF\n0\n", c -> c.flag(0, "")))
        .containsExactly(true, true, true, false, false, false);
    assertThat(column("v\n50000+.\n - 50000.\n", c -> c.flag(0, "50000+.")))
        .containsExactly(true, false);
    assertThat(column("v,w\n,0\ny,0\n", c -> c.flagOrNull(0, ""))).containsExactly(null, true);
  }

  @Test
  void readsTextsAndConstants() throws IOException {
    assertThat(column("v,w\n a b ,0\n,0\n\"x,\"\"y\"\"\",0\n", c -> c.text(0)))
        .containsExactly("a b", null, "x,\"y\"");
    assertThat(column("v,w\nPrivate,0\nself-EMPLOYED,0\n,0\n", c -> c.constant(0, WORK)))
        .containsExactly(Work.PRIVATE, Work.SELF_EMPLOYED, null);
  }

  @Test
  void readsLists() throws IOException {
    assertThat(column("v,w\n1; 2.5;;3,0\n,0\n[],0\n", c -> c.numbers(0)))
        .usingElementComparator((a, b) -> Arrays.equals(a, b) ? 0 : 1)
        .containsExactly(new float[] {1, 2.5f, Float.NaN, 3}, null, new float[0]);
    assertThat(column("v\n\"[1, 2]\"\n", c -> c.integers(0)).get(0)).containsExactly(1, 2);
    assertThat(column("v\n3;4\n", c -> c.wholes(0)).get(0)).containsExactly(3L, 4L);
    assertThat(column("v\n1;no\n", c -> c.flags(0)).get(0)).containsExactly(true, false);
    assertThat(column("v\na; b;\n", c -> c.texts(0)).get(0)).containsExactly("a", "b");
    String works = "v,w\nself employed;Private;self employed;,0\n,0\n";
    assertThat(column(works, c -> c.constantList(0, WORK)))
        .containsExactly(List.of(Work.SELF_EMPLOYED, Work.PRIVATE, Work.SELF_EMPLOYED), null);
    assertThat(column(works, c -> c.constantSet(0, WORK)))
        .containsExactly(Set.of(Work.PRIVATE, Work.SELF_EMPLOYED), null);
    assertThat(column("v,w\na;b;a,0\n,0\n", c -> c.textList(0)))
        .containsExactly(List.of("a", "b", "a"), null);
    assertThat(column("v,w\na;b;a,0\n,0\n", c -> c.textSet(0)))
        .containsExactly(Set.of("a", "b"), null);
    assertThat(
            column("v\n1|2\n", CsvFormat.standard().withListSeparator('|'), c -> c.integers(0))
                .get(0))
        .containsExactly(1, 2);
  }

  @Test
  void readsOtherFormats() throws IOException {
    CsvFormat format =
        CsvFormat.standard()
            .withSeparator('\t')
            .withQuote('\'')
            .withEmptyTexts("?", "NA")
            .withCharset(StandardCharsets.ISO_8859_1);
    Path file = folder.resolve("latin.tsv");
    Files.write(
        file, "v\tw\n'Gr\u00f6\u00dfe\t1'\t0\n?\t0\n".getBytes(StandardCharsets.ISO_8859_1));
    List<String> texts = new ArrayList<>();
    Tables.csv(
            file,
            format,
            List.of(ColumnBinding.named("v", "v")),
            cells -> String.valueOf(cells.text(0)))
        .read(texts::add);
    assertThat(texts).containsExactly("Gr\u00f6\u00dfe\t1", "null");
  }

  @Test
  void filesAreFoundBesideTheFileThatNamesThem() throws IOException {
    List<Path> files =
        Tables.csv(
                file("p.csv", "v\npictures/a.png\n/b.png\n\"\"\n"),
                CsvFormat.standard(),
                List.of(ColumnBinding.named("v", "v")),
                cells -> cells.path(0))
            .toList();
    assertThat(files).containsExactly(folder.resolve("pictures/a.png"), Path.of("/b.png"), null);
    assertThatThrownBy(
            () ->
                Tables.csv(
                        file("q.csv", "v\na\u0000b\n"),
                        CsvFormat.standard(),
                        List.of(ColumnBinding.named("v", "v")),
                        cells -> cells.path(0))
                    .toList())
        .isInstanceOf(DataException.class)
        .hasMessage("q.csv, line 2, column \"v\": found \"a\u0000b\", expected a file's path");
  }

  /** Classes of tokens stand by position, so that an empty one keeps its place. */
  @Test
  void readsConstantsByPosition() throws IOException {
    EnumTexts<Side> texts = EnumTexts.of(Side.values(), "left", "right");
    List<Side[]> rows =
        Tables.csv(
                file("p.csv", "v,w\nright; left,1\nleft;;right,2\n,3\n"),
                CsvFormat.standard(),
                List.of(ColumnBinding.named("v", "v")),
                cells -> cells.constants(0, texts))
            .toList();
    assertThat(rows)
        .containsExactly(
            new Side[] {Side.RIGHT, Side.LEFT}, new Side[] {Side.LEFT, null, Side.RIGHT}, null);
  }

  private enum Side {
    LEFT,
    RIGHT
  }

  @Test
  void decompresses() throws IOException {
    Path file = folder.resolve("v.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("\uFEFFv\n1\n2\n".getBytes(StandardCharsets.UTF_8));
    }
    List<Integer> values = new ArrayList<>();
    Tables.csv(
            file,
            CsvFormat.standard(),
            List.of(ColumnBinding.named("v", "v")),
            cells -> cells.integer(0))
        .read(values::add);
    assertThat(values).containsExactly(1, 2);
  }

  @Test
  void findsColumnsByPositionWithoutHeader() throws IOException {
    List<String> rows = new ArrayList<>();
    Tables.csv(
            file("p.csv", "a,b,c\nd,e,f\n"),
            CsvFormat.standard(),
            List.of(ColumnBinding.at("x", 2), ColumnBinding.at("y", 0)),
            cells -> cells.text(0) + cells.text(1))
        .read(rows::add);
    assertThat(rows).containsExactly("ca", "fd");
  }

  @Test
  void findsColumnsByPositionBesideHeader() throws IOException {
    List<String> rows = new ArrayList<>();
    Tables.csv(
            file("p.csv", "a,b,c\nd,e,f\n"),
            CsvFormat.standard().withHeader(true),
            List.of(ColumnBinding.at("x", 2)),
            cells -> cells.text(0))
        .read(rows::add);
    assertThat(rows).containsExactly("f");
  }

  @ParameterizedTest
  @CsvSource({"weeks worked", "Weeks_Worked", "WEEKSWORKED"})
  void matchesHeadersIgnoringCaseAndPunctuation(String header) throws IOException {
    List<Integer> rows = new ArrayList<>();
    Tables.csv(
            file("p.csv", "id," + header + "\n1,52\n"),
            CsvFormat.standard(),
            List.of(ColumnBinding.named("weeksWorked", "weeksWorked")),
            cells -> cells.integer(0))
        .read(rows::add);
    assertThat(rows).containsExactly(52);
  }

  @Test
  void prefersTheExactHeader() throws IOException {
    List<Integer> rows = new ArrayList<>();
    Tables.csv(
            file("p.csv", "Age,age\n1,2\n"),
            CsvFormat.standard(),
            List.of(ColumnBinding.named("age", "age")),
            cells -> cells.integer(0))
        .read(rows::add);
    assertThat(rows).containsExactly(2);
  }

  static Stream<Arguments> refusedCells() {
    return Stream.of(
        refused("v\n1\nabc\n", c -> c.number(0), 3, "found \"abc\", expected a number"),
        refused("v\n1f\n", c -> c.number(0), 2, "found \"1f\", expected a number"),
        refused("v\n0x1p3\n", c -> c.number(0), 2, "found \"0x1p3\", expected a number"),
        refused("v\nInfinity\n", c -> c.number(0), 2, "found \"Infinity\", expected a number"),
        refused("v\n1e999\n", c -> c.number(0), 2, "found \"1e999\", expected a finite number"),
        refused("v\n1e99\n", c -> c.number(0), 2, "found \"1.0E99\", expected a finite number"),
        refused("v\n1.5\n", c -> c.integer(0), 2, "found \"1.5\", expected a whole number"),
        refused("v\nx\n", c -> c.whole(0), 2, "found \"x\", expected a whole number"),
        refused(
            "v\n3000000000\n",
            c -> c.integer(0),
            2,
            "found \"3000000000\", expected a whole number from -2147483648 to 2147483647"),
        refused(
            "v\n1e30\n",
            c -> c.whole(0),
            2,
            "found \"1e30\", expected a whole number from -9223372036854775808 to"
                + " 9223372036854775807"),
        refused(
            "v,w\n,0\n",
            c -> c.integer(0),
            2,
            "found an empty cell, expected a whole number; where it may be missing, declare v as"
                + " Integer"),
        refused(
            "v,w\n,0\n",
            c -> c.whole(0),
            2,
            "found an empty cell, expected a whole number; where it may be missing, declare v as"
                + " Long"),
        refused(
            "v,w\n,0\n",
            c -> c.flag(0, "on"),
            2,
            "found an empty cell, expected yes or no; where it may be missing, declare v as"
                + " Boolean"),
        refused(
            "v\nmaybe\n",
            c -> c.flag(0, ""),
            2,
            "found \"maybe\", expected true or false (or yes, no, y, n, t, f, 1, 0)"),
        refused(
            "v\nPilot\n",
            c -> c.constant(0, WORK),
            2,
            "found \"Pilot\", expected one of Private, Self employed"),
        refused(
            "v\n1;b;3\n",
            c -> c.numbers(0),
            2,
            "found \"b\" in the list \"1;b;3\", expected a number"),
        refused(
            "v\n1;;3\n",
            c -> c.integers(0),
            2,
            "found \"\" in the list \"1;;3\", expected a whole number"),
        refused(
            "v\nPrivate;Pilot\n",
            c -> c.constantSet(0, WORK),
            2,
            "found \"Pilot\" in the list \"Private;Pilot\", expected one of Private, Self"
                + " employed"),
        // A line break inside quotes counts as a line.
        refused("v,w\n1,\"a\nb\"\nx,0\n", c -> c.number(0), 4, "found \"x\", expected a number"));
  }

  private static Arguments refused(
      String text, Function<CellReader, Object> method, int line, String message) {
    return Arguments.of(text, method, "v.csv, line " + line + ", column \"v\": " + message);
  }

  @ParameterizedTest
  @MethodSource("refusedCells")
  void saysWhereACellCantBeUnderstood(
      String text, Function<CellReader, Object> method, String message) {
    assertThatThrownBy(() -> column(text, method))
        .isInstanceOf(DataException.class)
        .hasMessage(message);
  }

  private void assertRefused(String text, List<ColumnBinding> columns, String message)
      throws IOException {
    Dataset<String> data =
        Tables.csv(file("v.csv", text), CsvFormat.standard(), columns, cells -> cells.text(0));
    assertThatThrownBy(() -> data.read(row -> {}))
        .isInstanceOf(DataException.class)
        .hasMessage(message);
  }

  @Test
  void whatAFileLacksIsEmptyInEveryLine() throws IOException {
    List<ColumnBinding> columns =
        List.of(ColumnBinding.named("a", "a"), ColumnBinding.named("b", "B of a"));
    Path file = file("v.csv", "a\n1\n2\n");
    Dataset<String> data =
        Tables.csv(
            file,
            CsvFormat.standard().lacking("b"),
            columns,
            cells -> cells.text(0) + cells.text(1) + cells.numberOrNull(1));
    assertThat(data.toList()).containsExactly("1nullnull", "2nullnull");
    Dataset<Float> needed =
        Tables.csv(
            file, CsvFormat.standard().lacking("b"), columns, cells -> (float) cells.integer(1));
    assertThatThrownBy(needed::toList)
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("v.csv, line 2, \"b\", which the file lacks: found an empty cell");
    Dataset<String> unknown =
        Tables.csv(file, CsvFormat.standard().lacking("c"), columns, cells -> cells.text(0));
    assertThatThrownBy(unknown::toList)
        .isInstanceOf(DataException.class)
        .hasMessage("v.csv: found lacking(\"c\"), expected a component; there are \"a\", \"b\"");
  }

  @Test
  void saysWhichColumnsThereAre() throws IOException {
    List<ColumnBinding> age = List.of(ColumnBinding.named("age", "age in years"));
    assertRefused(
        "a,b c\n1,2\n",
        age,
        "v.csv: found no column \"age in years\", expected one for \"age\"; there are \"a\", \"b c\". If it is not in the file, CsvFormat.standard().lacking(...) says so; if this is no header, give every component its @Column(at = n); if it was cut wrongly, say how with CsvFormat.standard().withSeparator(...)");
    assertRefused("", age, "v.csv: found an empty file, expected a header");
    assertRefused(
        "Age in years,age_in_years\n1,2\n",
        age,
        "v.csv: found columns \"Age in years\" and \"age_in_years\", expected one for \"age\";"
            + " @Column can name it");
    assertRefused(
        "1,2\n",
        List.of(ColumnBinding.at("x", 2)),
        "v.csv: found 2 columns, expected one at position 2 (from 0) for \"x\"");
  }

  @Test
  void namesAColumnByItsPosition() throws IOException {
    Dataset<Float> data =
        Tables.csv(
            file("v.csv", "1,2\n3,x\n"),
            CsvFormat.standard(),
            List.of(ColumnBinding.at("x", 1)),
            cells -> cells.number(0));
    assertThatThrownBy(() -> data.read(row -> {}))
        .hasMessage("v.csv, line 2, column 1: found \"x\", expected a number");
  }

  @Test
  void needsAHeaderForNames() throws IOException {
    Dataset<String> data =
        Tables.csv(
            file("v.csv", "1,2\n"),
            CsvFormat.standard().withHeader(false),
            List.of(ColumnBinding.named("age", "age")),
            cells -> cells.text(0));
    assertThatThrownBy(() -> data.read(row -> {}))
        .hasMessage(
            "v.csv: found no header, expected one to find \"age\"; without a header give its"
                + " position, as in @Column(at = 0)");
  }

  @Test
  void refusesLinesOfAnotherWidth() throws IOException {
    List<ColumnBinding> v = List.of(ColumnBinding.named("v", "v"));
    assertRefused(
        "v,w\n1,2\n1\n", v, "v.csv, line 3: found 1 cells, expected 2, as in the first line");
    assertRefused(
        "v,w\n1,2,3\n", v, "v.csv, line 2: found 3 cells, expected 2, as in the first line");
  }

  @Test
  void saysWhichRowAnExampleRefuses() throws IOException {
    Dataset<Object> data =
        Tables.csv(
            file("v.csv", "v\n-1\n"),
            CsvFormat.standard(),
            List.of(ColumnBinding.named("v", "v")),
            cells -> {
              throw new IllegalArgumentException("v is negative: " + cells.integer(0));
            });
    assertThatThrownBy(() -> data.read(row -> {}))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "v.csv, line 2: found a row that the example refuses:"
                + " java.lang.IllegalArgumentException: v is negative: -1")
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void leavesTheConsumersExceptionsAlone() throws IOException {
    IllegalStateException own = new IllegalStateException("own");
    Dataset<Integer> data =
        Tables.csv(
            file("v.csv", "v\n1\n"),
            CsvFormat.standard(),
            List.of(ColumnBinding.named("v", "v")),
            cells -> cells.integer(0));
    assertThatThrownBy(
            () ->
                data.read(
                    row -> {
                      throw own;
                    }))
        .isSameAs(own);
  }

  @Test
  void saysThatAFileCantBeRead() throws IOException {
    List<ColumnBinding> v = List.of(ColumnBinding.named("v", "v"));
    Path missing = folder.resolve("none.csv");
    assertThatThrownBy(
            () ->
                Tables.csv(missing, CsvFormat.standard(), v, cells -> cells.text(0))
                    .read(row -> {}))
        .isInstanceOf(DataException.class)
        .hasMessage("none.csv: found no file at " + missing + ", expected one to read");

    Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {'v', '\n', (byte) 0xf6});
    assertThatThrownBy(
            () ->
                Tables.csv(latin, CsvFormat.standard(), v, cells -> cells.text(0)).read(row -> {}))
        .isInstanceOf(DataException.class)
        .hasMessage("latin.csv: found bytes that are not UTF-8, expected text");

    Path open = file("open.csv", "v\n1\n\"never closed\n2\n");
    assertThatThrownBy(
            () -> Tables.csv(open, CsvFormat.standard(), v, cells -> cells.text(0)).read(row -> {}))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("open.csv, after line 2: could not be read: ");

    Path plain = file("plain.csv.gz", "v\n1\n");
    assertThatThrownBy(
            () ->
                Tables.csv(plain, CsvFormat.standard(), v, cells -> cells.text(0)).read(row -> {}))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("plain.csv.gz: could not be opened: ");
  }
}
