package io.scupper.ext.postgres;

import io.scupper.model.ScupperException;
import io.scupper.spi.Parameter;
import io.scupper.spi.ParameterChecks;

/**
 * What is locked in the database, in words of SQL.
 *
 * @param statement that takes the lock, until the end of its transaction
 * @param table that must be there; empty for an advisory lock
 */
record Lock(String statement, String table) {

    static final Parameter TABLE = new Parameter("table", "the name of a table, such as 'orders' or 'shop.orders'", "");
    static final Parameter MODE = new Parameter(
            "mode", "ACCESS_EXCLUSIVE (nobody reads), EXCLUSIVE or SHARE (nobody writes)", "ACCESS_EXCLUSIVE");

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*)?";

    /** Returns the lock of the parameters {@code table} and {@code mode}. */
    static Lock ofTable(ParameterChecks checks) {
        String table = checks.parameters().textOrEmpty("table").strip();
        checks.require("table", table.matches(NAME));
        Mode mode = checks.parameters().choice("mode", Mode.class);
        return new Lock("lock table %s in %s mode".formatted(table, mode.name().replace('_', ' ')), table);
    }

    /** Returns the advisory lock of this key. */
    static Lock ofKey(long key) {
        return new Lock("select pg_advisory_xact_lock(" + key + ")", "");
    }

    /**
     * Makes sure that there is something to lock.
     *
     * @throws ScupperException if the table is not there
     */
    void requireThere(String faultId, Session session) {
        if (!table.isEmpty() && session.number("select count(to_regclass(?))", table) == 0) {
            throw new ScupperException(
                    "Fault '%s' is to lock table '%s', and the database '%s' has none of that name. Is it made when the service starts? Otherwise give the server its 'schema'."
                            .formatted(faultId, table, PostgresServer.USER));
        }
    }

    private enum Mode {
        ACCESS_EXCLUSIVE,
        EXCLUSIVE,
        SHARE
    }
}
