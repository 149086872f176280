package io.scupper.ext.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Budget.Measure;
import io.scupper.spi.Meter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueriesMeterTests {

    private static final String QUERY = "select name from products where id = $1";

    @Test
    void countsTheSubjectsQueriesAndNeitherTransactionsNorScuppersOwn() throws SQLException {
        var database = PostgresServer.create().countingQueries().schema("create table products (id int, name text)");
        try (var server = database.startLocally()) {
            database.started(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), Optional.empty());
            Meter meter = database.meters().get(0);
            assertThat(meter.measure()).isEqualTo(Measure.QUERIES);
            Map<String, Long> before = meter.read();

            try (Connection subject = DriverManager.getConnection(database.url());
                    Connection own = database.connect()) {
                subject.setAutoCommit(false);
                ask(subject);
                ask(subject);
                subject.commit();
                ask(own);
            }

            assertThat(before).doesNotContainKey(QUERY);
            assertThat(meter.read())
                    .containsEntry(QUERY, 2L)
                    .allSatisfy((query, calls) -> assertThat(query)
                            .doesNotContainIgnoringCase("begin")
                            .doesNotContain("pg_stat_statements"));
            database.stopping();
        }
    }

    @Test
    void countsOnlyWhereItIsAskedToAndKeepsTheLibrariesOfOthers() {
        assertThat(PostgresServer.create().container().command()).doesNotContain("-c");
        assertThat(PostgresServer.create()
                        .parameter("shared_preload_libraries", "auto_explain")
                        .countingQueries()
                        .container()
                        .command())
                .contains("shared_preload_libraries=auto_explain,pg_stat_statements");
    }

    private static void ask(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select name from products where id = ?")) {
            query.setInt(1, 7);
            query.executeQuery().close();
        }
    }
}
