package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;

/**
 * Reads results of queries that may be read on, and closes a statement once its result is closed. The first argument names the pool; the
 * second is {@code keeping}, which asks over the same connection each time, or {@code returning}, which gives it back after each request.
 */
public final class Cursors {

    private final List<Cursor> open = new ArrayList<>();

    private Cursors() {}

    public static void main(String[] args) throws IOException, SQLException {
        DataSource pool = Pools.of(args[0], false);
        // What a pool takes its time to load is not what this is about.
        pool.getConnection().close();
        var cursors = new Cursors();
        if (args[1].equals("keeping")) {
            Connection kept = pool.getConnection();
            Front.serve(() -> cursors.first(kept));
        } else {
            Front.serve(() -> {
                try (var connection = pool.getConnection()) {
                    return cursors.first(connection);
                } finally {
                    cursors.forgetClosed();
                }
            });
        }
    }

    private String first(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select 42");
        open.add(new Cursor(statement, result));
        result.next();
        String first = result.getString(1);
        result.close();
        forgetClosed();
        return first;
    }

    private void forgetClosed() throws SQLException {
        for (Iterator<Cursor> each = open.iterator(); each.hasNext(); ) {
            Cursor cursor = each.next();
            if (cursor.result.isClosed()) {
                each.remove();
                cursor.statement.close();
            }
        }
    }

    private record Cursor(Statement statement, ResultSet result) {}
}
