package io.scupper.ext.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.scupper.model.ScupperException;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameters;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PostgreSQL as it is described, and the parameters of its faults; nothing is started here. */
class PostgresServerTests {

    private static final List<FaultType> TYPES =
            List.of(new ConnectionSquattingType(), new LockType(), new SlowQueryType());

    @Test
    void tellsTheSubjectWhereItIs() {
        assertThat(PostgresServer.create().settings("postgres", 5432))
                .isEqualTo(Map.of("JDBC_URL", "jdbc:postgresql://postgres:5432/postgres?user=postgres"));
        assertThat(PostgresServer.create().setting("ORDERS_DATABASE").settings("10.0.0.1", 1))
                .containsOnlyKeys("ORDERS_DATABASE");
    }

    @Test
    void runsAsAContainerOfItsImageThatAsksForNoPassword() {
        var form = PostgresServer.create()
                .image("postgres:17")
                .parameter("max_connections", "20")
                .container();

        assertThat(form.image()).isEqualTo("postgres:17");
        assertThat(form.ports()).containsExactly(5432);
        assertThat(form.command())
                .containsExactly(
                        "env",
                        "POSTGRES_HOST_AUTH_METHOD=trust",
                        "docker-entrypoint.sh",
                        "postgres",
                        "-c",
                        "max_connections=20");
    }

    @Test
    void addressBeforeItRunsIsAnError() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(PostgresServer.create()::address)
                .withMessage("PostgreSQL 'postgres' does not run: it does while the subject does, and this very object"
                        + " must be among the subject's companions.");
    }

    @Test
    void nameThatIsNoHostNameIsRefused() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> PostgresServer.create().name("my database"))
                .withMessage(
                        "The name of a PostgreSQL is 'my database'. Allowed are letters, digits and hyphens, a letter"
                                + " or digit first.");
    }

    @Test
    void faultsAreFoundAsServices() {
        assertThat(ServiceLoader.load(FaultType.class))
                .extracting(FaultType::id)
                .contains("db-connection-squatting", "db-lock", "db-slow-query");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            db-connection-squatting | leave   | -1         | a whole number from 0 to 10000: slots that stay free
            db-connection-squatting | maxHeld | 0          | a whole number from 1 to 10000, of max_connections or more
            db-lock                 | table   | a; drop b  | the name of a table, such as 'orders' or 'shop.orders'
            db-slow-query           | table   | ''         | the name of a table, such as 'orders' or 'shop.orders'
            """)
    void wrongParameterIsNamedWithWhatIsAllowed(String id, String name, String given, String allowed) {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create(id, Map.of(name, given)))
                .withMessage(
                        "Parameter '%s' of fault '%s' is '%s'. Allowed is %s.".formatted(name, id, given, allowed));
    }

    @Test
    void delayBeyondAMinuteIsRefused() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create("db-slow-query", Map.of("table", "orders", "delay", "2m")))
                .withMessageEndingWith("Allowed is a duration from 1ms to 60s, such as '1s'.");
    }

    @Test
    void lockOfTwoThingsIsRefused() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create("db-lock", Map.of("table", "orders", "advisory", "1")))
                .withMessage("Fault 'db-lock' is given both 'table' and 'advisory': leave one of them out.");
    }

    @Test
    void subjectWithoutPostgresIsToldHowToHaveOne() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(
                        () -> create("db-connection-squatting", Map.of()).prepare(PostgresBehindProxy.subjectWith()))
                .withMessage(
                        "Fault 'db-connection-squatting' needs a PostgreSQL that the test starts, and orders.jar has"
                                + " none among its companions. Hold one in a static field, 'PostgresServer database ="
                                + " PostgresServer.create()', and give it to the system under test as a companion.");
    }

    @Test
    void oneOfSeveralMustBeNamed() {
        var subject = PostgresBehindProxy.subjectWith(
                PostgresServer.create(), PostgresServer.create().name("archive"));
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create("db-connection-squatting", Map.of()).prepare(subject))
                .withMessage("Parameter 'server' of fault 'db-connection-squatting' is ''. Allowed is the name of a"
                        + " PostgreSQL of the subject: 'archive', 'postgres'.");
    }

    private static io.scupper.spi.Fault create(String id, Map<String, String> given) {
        FaultType type =
                TYPES.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        return type.create(Parameters.of(type, given));
    }
}
