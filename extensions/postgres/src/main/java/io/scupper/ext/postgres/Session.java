package io.scupper.ext.postgres;

import io.scupper.model.ScupperException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks a PostgreSQL over one session that is kept; one that broke is made anew at the next question. Safe for use by many
 * threads, one question at a time. Every method throws a {@link ScupperException} if it is not answered.
 */
final class Session implements AutoCloseable {

    private final Database database;
    private final String purpose;

    @Nullable
    private Connection connection;

    /** Makes a session, not connected as yet. */
    Session(Database database, String purpose) {
        this.database = database;
        this.purpose = purpose;
    }

    /** Asks, and returns a value for each row. */
    synchronized <T> List<T> ask(String query, Row<T> row, Object... arguments) {
        try {
            if (connection == null) {
                connection = database.connect(purpose);
            }
            return answered(connection, query, row, arguments);
        } catch (SQLException e) {
            close();
            throw database.failure("does not answer", e);
        }
    }

    /** Asks for one number. */
    long number(String query, Object... arguments) {
        return ask(query, row -> row.getLong(1), arguments).get(0);
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // The descriptor is gone all the same, and there is nobody to tell.
            }
            connection = null;
        }
    }

    private static <T> List<T> answered(Connection connection, String query, Row<T> row, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                var values = new ArrayList<T>();
                while (result.next()) {
                    values.add(row.of(result));
                }
                return values;
            }
        }
    }

    /** Reads one row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
