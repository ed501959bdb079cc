package dev.espalier.runtime.data.table;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to a database. */
@FunctionalInterface
interface Connector {

  /**
   * A new connection; the caller closes it.
   *
   * @param name how messages call what is read from it
   */
  Connection open(String name) throws SQLException;
}
