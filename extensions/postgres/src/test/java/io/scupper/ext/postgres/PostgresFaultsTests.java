package io.scupper.ext.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.scupper.model.Resource;
import io.scupper.model.Sample;
import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameters;
import io.scupper.spi.PreparedFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The probe of a real PostgreSQL and its faults, armed and lifted. One server for all: it takes seconds to start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresFaultsTests {

    private PostgresBehindProxy stage;

    @BeforeAll
    void start() {
        stage = new PostgresBehindProxy(
                PostgresServer.create().parameter("max_connections", "12").schema("create table orders (id text)"));
    }

    @AfterAll
    void end() {
        stage.close();
    }

    @Test
    void probeCountsSessionsByApplicationAndState() throws SQLException {
        try (var first = stage.connect("orders-1");
                var second = stage.connect("orders-2");
                var third = stage.connect("orders-3");
                var own = stage.postgres.connect()) {
            assertThat(first.isClosed() || second.isClosed()).isFalse();
            third.setAutoCommit(false);
            execute(third, "select 1");
            execute(own, "select 1");

            assertThat(read())
                    .isEqualTo(Map.of(
                            Resource.count("postgres", "sessions 'orders-*' idle"), 2L,
                            Resource.count("postgres", "sessions 'orders-*' idle in transaction"), 1L));
            for (int i = 0; i < 50; i++) {
                assertThat(read()).hasSize(2).containsValues(2L, 1L);
            }
        }
        await().until(() -> read().isEmpty());
    }

    @Test
    void probeThatCannotReadIsAnError() {
        var closed =
                new SessionsProbe("postgres", new Database(new java.net.InetSocketAddress("127.0.0.1", 1), "gone"));

        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> closed.read(NOTHING))
                .withMessageStartingWith("PostgreSQL 'gone' on 127.0.0.1:1 cannot be connected to: ");
    }

    @Test
    void squattersTakeAllSlotsUntilLift() throws SQLException {
        try (var mine = stage.connect("orders");
                var fault = prepare(new ConnectionSquattingType(), Map.of())) {
            fault.arm();

            assertThatThrownBy(() -> execute(mine, "select 1")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> stage.connect("orders")).hasMessageContaining("too many clients");
            var report = fault.report();
            assertThat(report.fired()).isOne();
            assertThat(report.held()).isGreaterThanOrEqualTo(8);
            assertThat(report.note())
                    .matches(
                            "took \\d+ slots and left 0; ended 1 sessions of the subject, which tried to connect 1 times meanwhile");

            fault.lift();
            await().atMost(Duration.ofSeconds(5)).until(this::canConnect);
            assertThat(fault.report().fired()).isOne();
            assertThat(fault.report().held()).isZero();
        }
    }

    @Test
    void squattersLeaveWhatTheyAreToldToAndFireOnlyIfSomebodyComes() throws SQLException {
        try (var mine = stage.connect("orders");
                var fault = prepare(new ConnectionSquattingType(), Map.of("leave", "1", "endSessions", "false"))) {
            fault.arm();
            execute(mine, "select 1");
            assertThat(fault.report().fired()).isZero();

            await().until(this::canConnect);
            assertThat(fault.report().fired()).isPositive();
        }
    }

    @Test
    void squattersGoByTheNameOfTheirFault() throws SQLException {
        var leavingSome = Map.of("leave", "3", "endSessions", "false");
        try (var fault = prepare(new ConnectionSquattingType(), leavingSome, "db-connection-squatting-2")) {
            fault.arm();
            long held = fault.report().held();

            assertThat(held).isPositive();
            await().until(() -> sessions("scupper-db-connection-squatting-2") == held + 1);
        }
    }

    @Test
    void moreSlotsThanMayBeHeldAreAnError() {
        try (var fault = prepare(new ConnectionSquattingType(), Map.of("maxHeld", "3"))) {
            assertThatExceptionOfType(ScupperException.class)
                    .isThrownBy(fault::arm)
                    .withMessageStartingWith("Fault 'db-connection-squatting' took 3 connections, its maxHeld");
        }
        await().until(this::canConnect);
    }

    @Test
    void lockedTableIsWaitedForUntilLift() throws Exception {
        try (var mine = stage.connect("orders");
                var fault = prepare(new LockType(), Map.of("table", "orders"))) {
            fault.arm();
            var insert = CompletableFuture.runAsync(() -> insert(mine));

            await().until(() -> fault.report().fired() == 1);
            assertThat(fault.report().held()).isOne();
            assertThat(fault.report().note())
                    .isEqualTo("1 queries of the subject were seen waiting for 'lock table orders in ACCESS EXCLUSIVE"
                            + " mode', up to 1 at a time");
            assertThat(insert).isNotDone();

            long lifted = System.nanoTime();
            fault.lift();
            insert.join();
            assertThat(Duration.ofNanos(System.nanoTime() - lifted)).isLessThan(Duration.ofSeconds(2));
            assertThat(fault.report().held()).isZero();
            assertThat(fault.report().fired()).isOne();
        }
    }

    @Test
    void twoLocksDoNotSeeEachOthersWaitersOrSessions() throws Exception {
        try (var mine = stage.connect("orders");
                var one = prepare(new LockType(), Map.of("table", "orders"), "db-lock");
                var other = prepare(new LockType(), Map.of("advisory", "7"), "db-lock-2")) {
            one.arm();
            other.arm();
            var insert = CompletableFuture.runAsync(() -> insert(mine));
            await().until(() -> one.report().fired() == 1);

            assertThat(other.report().fired()).isZero();
            assertThat(sessions("scupper-db-lock")).isEqualTo(2);
            assertThat(sessions("scupper-db-lock-2")).isEqualTo(2);

            other.lift();
            assertThat(insert).isNotDone();
            assertThat(one.report().held()).isOne();
            one.lift();
            insert.join();
        }
    }

    @Test
    void advisoryLockIsWaitedForUntilLift() throws Exception {
        try (var mine = stage.connect("orders");
                var fault = prepare(new LockType(), Map.of("advisory", "42"))) {
            fault.arm();
            var taken = CompletableFuture.runAsync(() -> unchecked(mine, "select pg_advisory_lock(42)"));

            await().until(() -> fault.report().fired() == 1);
            fault.lift();
            taken.join();
        }
    }

    @Test
    void slowTableLetsEachQueryWaitForAWhile() throws Exception {
        try (var mine = stage.connect("orders");
                var fault = prepare(new SlowQueryType(), Map.of("table", "orders", "delay", "400ms"))) {
            fault.arm();
            insert(mine);
            insert(mine);

            assertThat(fault.report().fired()).isBetween(1L, 2L);
        }
        try (var mine = stage.connect("orders")) {
            insert(mine);
        }
    }

    @Test
    void serverIsTheCompanionOfOneSubjectAtATime() {
        var elsewhere = new java.net.InetSocketAddress("127.0.0.1", 1);
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> stage.postgres.started(elsewhere, Optional.empty()))
                .withMessage(
                        "PostgreSQL 'postgres' runs already, beside another subject. Give each of two subjects that run"
                                + " at the same time a PostgresServer of its own.");
        assertThat(stage.postgres.address()).isNotEqualTo(elsewhere);
    }

    @Test
    void tableThatIsNotThereIsNamed() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> prepare(new LockType(), Map.of("table", "order")))
                .withMessage(
                        "Fault 'db-lock' is to lock table 'order', and the database 'postgres' has none of that name."
                                + " Is it made when the service starts? Otherwise give the server its 'schema'.");
    }

    private static final Snapshot NOTHING = new Snapshot(
            new Sample.Heap(0, 0, 0, 0),
            0,
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            Map.of(),
            Map.of());

    private Map<Resource, Long> read() {
        return stage.postgres.probes().get(0).read(NOTHING);
    }

    private PreparedFault prepare(FaultType type, Map<String, String> given) {
        return prepare(type, given, type.id());
    }

    private PreparedFault prepare(FaultType type, Map<String, String> given, String name) {
        return type.create(Parameters.of(type, given)).prepare(stage.subject(), name);
    }

    /** Of faults: one that asks, and where something is held, the one that holds it. */
    private int sessions(String application) throws SQLException {
        try (var connection = stage.postgres.connect();
                var query = connection.prepareStatement(
                        "select count(*) from pg_stat_activity where application_name = ?")) {
            query.setString(1, application);
            try (var result = query.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    private boolean canConnect() {
        try (var connection = stage.connect("orders")) {
            return !connection.isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    private static void insert(Connection connection) {
        unchecked(connection, "insert into orders values ('1')");
    }

    private static void unchecked(Connection connection, String statement) {
        try {
            execute(connection, statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
