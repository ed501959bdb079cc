package dev.espalier.runtime.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.model.CellReader;
import dev.espalier.runtime.model.ColumnBinding;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlDatasetTest {
  private final JdbcDataSource source = new JdbcDataSource();
  private Connection keepsAlive;

  @BeforeEach
  void createTable() throws SQLException {
    source.setURL("jdbc:h2:mem:people");
    keepsAlive = source.getConnection();
    try (Statement statement = keepsAlive.createStatement()) {
      statement.execute(
          "create table people (id int, age double, small smallint, big bigint, money decimal(9, 2),"
              + " rich boolean, work varchar(20), tags varchar(10) array, scores varchar(20))");
      statement.execute(
          "insert into people values (0, 30.5, 3, 9007199254740993, 12.25, true, ' Private ',"
              + " array['a', 'b'], '1;2.5'), (1, null, null, null, null, null, null, null, null)");
    }
  }

  @AfterEach
  void dropDatabase() throws SQLException {
    keepsAlive.close();
  }

  private <V> List<V> column(String name, Function<CellReader, V> method) {
    List<V> values = new ArrayList<>();
    Tables.sql(
            source,
            "select * from people order by id",
            List.of(ColumnBinding.named(name, name)),
            cells -> Arrays.asList(method.apply(cells)))
        .read(cell -> values.add(cell.get(0)));
    return values;
  }

  @Test
  void readsEveryType() {
    assertThat(column("age", c -> c.number(0))).containsExactly(30.5f, Float.NaN);
    assertThat(column("age", c -> c.decimalOrNull(0))).containsExactly(30.5, null);
    assertThat(column("money", c -> c.decimal(0))).containsExactly(12.25, Double.NaN);
    assertThat(column("small", c -> c.integerOrNull(0))).containsExactly(3, null);
    assertThat(column("small", c -> c.number(0))).containsExactly(3f, Float.NaN);
    assertThat(column("big", c -> c.wholeOrNull(0))).containsExactly(9007199254740993L, null);
    assertThat(column("rich", c -> c.flagOrNull(0, ""))).containsExactly(true, null);
    assertThat(column("work", c -> c.text(0))).containsExactly("Private", null);
    assertThat(column("tags", c -> c.texts(0)).get(0)).containsExactly("a", "b");
    assertThat(column("tags", c -> c.texts(0)).get(1)).isNull();
    assertThat(column("scores", c -> c.numbers(0)).get(0)).containsExactly(1, 2.5f);
  }

  @Test
  void findsColumnsByPosition() {
    List<Integer> ids = new ArrayList<>();
    Tables.sql(
            source,
            "select rich, id from people order by id",
            List.of(ColumnBinding.at("x", 1)),
            cells -> cells.integer(0))
        .read(ids::add);
    assertThat(ids).containsExactly(0, 1);
  }

  @Test
  void saysWhereAValueCantBeUnderstood() {
    assertThatThrownBy(() -> column("work", c -> c.number(0)))
        .isInstanceOf(DataException.class)
        .hasMessage("query, row 0, column \"WORK\": found \"Private\", expected a number");
    assertThatThrownBy(() -> column("age", c -> c.integer(0)))
        .hasMessage("query, row 0, column \"AGE\": found \"30.5\", expected a whole number");
    assertThatThrownBy(() -> column("small", c -> c.integer(0)))
        .hasMessage(
            "query, row 1, column \"SMALL\": found NULL, expected a whole number; where it may be"
                + " missing, declare small as Integer");
    assertThatThrownBy(() -> column("none", c -> c.integer(0)))
        .hasMessageStartingWith("query: found no column \"none\"; there are \"ID\", \"AGE\"");
  }

  @Test
  void saysThatAQueryFails() {
    Dataset<Integer> data =
        Tables.sql(source, "select nonsense", List.of(), cells -> cells.integer(0));
    assertThatThrownBy(() -> data.read(row -> {}))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("query: could not be read: ")
        .hasCauseInstanceOf(SQLException.class);
  }
}
